import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../src/platform/settings/settings.ts';
import type { Check } from './check.ts';

export const check: Check = {
  sentence: 'The words of the product are written down.',
  run: async () => (existsSync(join(HOME, 'docs/glossary.md')) ? [] : ['There is no docs/glossary.md.']),
};

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../src/platform/settings/settings.ts';

/** A file of the project: its path from the project's folder, with `/` on every system, and its text. */
export type Source = { path: string; text: string };

/** What is written for the project, by pattern; what programs generated is left out. */
export function sources(patterns: string[], home = HOME): Source[] {
  return globSync(patterns, {
    cwd: home,
    exclude: path => /(^|[\\/])(node_modules|data)$/.test(String(path)),
  })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => !/(^|\/)generated\.ts$/.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(join(home, path), 'utf8') }));
}

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

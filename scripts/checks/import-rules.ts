import type { Check } from './check.ts';
import { importFaults } from './imports/rules.ts';
import { type Source, sources } from './sources.ts';

/** The rooms of src, as docs/architecture.md tells them. */
const ROOMS = ['app', 'capabilities', 'documents', 'language', 'platform', 'prose', 'reading', 'timing'];

export const check: Check = {
  sentence: 'Each folder imports only what its room may, and nothing in a circle.',
  run: async () => {
    const files = sources(['src/**/*.ts', '{tests,scripts,bench,examples}/**/*.ts']);
    return [...strays(files), ...(await importFaults(files))];
  },
};

/** Files of src that stand in no room. */
export function strays(files: Source[]): string[] {
  const room = new RegExp(`^src/(main\\.mjs$|(${ROOMS.join('|')})/)`);
  return files
    .filter(({ path }) => path.startsWith('src/') && !room.test(path))
    .map(({ path }) => `${path} stands in no room. Give it a place in one, or the room a name.`);
}

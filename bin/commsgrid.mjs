#!/usr/bin/env node
// Plain JavaScript, so that any Node can start it: hands over to the Node that the project brings.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const home = join(import.meta.dirname ?? new URL('..', import.meta.url).pathname, '..');
const brought = join(home, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
if (!existsSync(brought)) {
  console.error(
    'Commsgrid is not installed yet. Run "npm ci" in its folder first (npm start does so by itself).',
  );
  process.exit(1);
}
const run = spawnSync(brought, [join(home, 'src', 'main.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from './check.ts';

// `node scripts/checks/run.ts sizes`: one check by the name of its file. Faults are printed, and the exit code says so.
const [name = ''] = process.argv.slice(2);
const path = join(import.meta.dirname, `${name}.ts`);
if (!/^[a-z0-9-]+$/.test(name) || !existsSync(path)) {
  console.error(`There is no check named "${name}".`);
  process.exit(2);
}
const { check } = (await import(pathToFileURL(path).href)) as { check: Check };
const faults = await check.run();
for (const fault of faults) console.error(`  ${fault}`);
process.exit(faults.length ? 1 : 0);

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { HOME } from '../src/platform/settings/settings.ts';

/** Writes (or, to verify, compares) the TypeScript types of a migrated database's tables. */
export function generateTypes(url: string, verify = false): void {
  const mapping = {
    timestamptz: 'Temporal.Instant',
    date: 'Temporal.PlainDate',
    jsonb: 'unknown',
    int8: 'number',
  };
  execFileSync(
    resolve(HOME, 'node_modules/.bin/kysely-codegen'),
    [
      '--dialect=postgres',
      `--url=${url}`,
      '--default-schema=public',
      '--include-pattern=public.*',
      `--type-mapping=${JSON.stringify(mapping)}`,
      `--out-file=${resolve(HOME, 'src/platform/database/generated.ts')}`,
      ...(verify ? ['--verify'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Binaries } from '../../../src/platform/database/embedded/binaries.ts';
import { fetchPackage } from '../debian.ts';

const VERSION = 15;

/** Where systems put PostgreSQL 15: Debian, Red Hat, Homebrew on Apple's two kinds of processor. */
const USUAL = [
  `/usr/lib/postgresql/${VERSION}/bin`,
  `/usr/pgsql-${VERSION}/bin`,
  `/opt/homebrew/opt/postgresql@${VERSION}/bin`,
  `/usr/local/opt/postgresql@${VERSION}/bin`,
];

/** The programs of PostgreSQL 15 on this machine; on Debian, root may fetch them. Undefined where there are none. */
export function postgres15(): Binaries | undefined {
  return installed() ?? (fetchPackage(`postgresql-${VERSION}`) ? installed() : undefined);
}

function installed(): Binaries | undefined {
  const folder = [
    ...USUAL,
    ...told('pg_config', '--bindir'),
    ...(process.env.PATH ?? '').split(delimiter),
  ].find(isOurs);
  return folder ? { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') } : undefined;
}

function isOurs(folder: string): boolean {
  const server = join(folder, 'postgres');
  if (!existsSync(server) || !existsSync(join(folder, 'initdb'))) return false;
  return told(server, '--version').some(line => line.includes(` ${VERSION}.`));
}

function told(program: string, ...args: string[]): string[] {
  const { stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return stdout ? [stdout.trim()] : [];
}

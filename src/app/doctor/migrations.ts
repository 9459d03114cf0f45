import type pg from 'pg';
import { MigrationProblem, pendingMigrations } from '../../platform/database/migrate.ts';
import { type Finding, mend, well } from './finding.ts';

/** `problem`: the database is newer than the program, or a file is not the one that was applied. */
export type MigrationFacts = { pending: string[] } | { problem: string };

export function migrationFinding(facts: MigrationFacts): Finding {
  if ('problem' in facts)
    return mend('Migrations', facts.problem, 'git restore migrations && git pull && npm start');
  const { pending } = facts;
  if (!pending.length) return well('Migrations', 'the database is at this version.');
  const count = pending.length === 1 ? 'one is' : `${pending.length} are`;
  return mend(
    'Migrations',
    `${count} still to be applied (${pending[0]}${pending.length > 1 ? ' and on' : ''}); the next start does it too.`,
    'npx commsgrid migrate',
  );
}

export async function migrationFacts(client: pg.Client): Promise<MigrationFacts> {
  try {
    return { pending: (await pendingMigrations(client)).map(({ name }) => name) };
  } catch (fault) {
    if (fault instanceof MigrationProblem) return { problem: fault.message };
    throw fault;
  }
}

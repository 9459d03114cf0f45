import { createHmac } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { type Failures, mayTryFrom, REMEMBERED } from '../rules/slowing.ts';

type Db = Kysely<InstallationTables>;

/** Who is guessed at, and from where; digests under a key, so that the table names neither people nor addresses. */
export type Guess = { who: Buffer; whence: Buffer };

export function guessOf(key: string, who: string, whence: string): Guess {
  const digest = (kind: string, words: string) =>
    createHmac('sha256', key).update(`${kind}\n${words}`).digest();
  return { who: digest('who', who), whence: digest('whence', whence) };
}

/** Either the attempt is written down and may be made, or it is said from when on it may. */
export type Turn = { attempt: number } | { waitUntil: Temporal.Instant };

/**
 * Counts the attempt as a failure before the password is looked at, one account's attempts after each other: a hundred
 * sent at the same moment are a hundred. One that succeeds is taken back by `forgetFailures`.
 */
export async function takeTurn(db: Db, guess: Guess, now: Temporal.Instant): Promise<Turn> {
  await sql`select pg_advisory_xact_lock(${guess.who.readBigInt64BE().toString()})`.execute(db);
  await clearFailures(db, now);
  const { pair, who, whence } = await countFailures(db, guess);
  const waitUntil = mayTryFrom({ pair, who, whence }, now);
  if (waitUntil) return { waitUntil };
  const { id } = await db
    .insertInto('sign_in_failures')
    .values({ ...guess, at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { attempt: id };
}

/** Failures of long ago slow nobody down. */
export async function clearFailures(db: Db, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('at', '<', now.subtract(REMEMBERED)).execute();
}

async function countFailures(
  db: Db,
  { who, whence }: Guess,
): Promise<Record<'pair' | 'who' | 'whence', Failures>> {
  const row = await db
    .selectFrom('sign_in_failures')
    .where(at => at.or([at('who', '=', who), at('whence', '=', whence)]))
    .select(({ fn, ref }) => {
      const byWho = sql<boolean>`${ref('who')} = ${who}`;
      const byWhence = sql<boolean>`${ref('whence')} = ${whence}`;
      const both = sql<boolean>`${byWho} and ${byWhence}`;
      return [
        fn.countAll<number>().filterWhere(both).as('pair'),
        fn.countAll<number>().filterWhere(byWho).as('who'),
        fn.countAll<number>().filterWhere(byWhence).as('whence'),
        fn.max('at').filterWhere(both).as('pair_latest'),
        fn.max('at').filterWhere(byWho).as('who_latest'),
        fn.max('at').filterWhere(byWhence).as('whence_latest'),
      ];
    })
    .executeTakeFirstOrThrow();
  return {
    pair: { failures: row.pair, latest: row.pair_latest },
    who: { failures: row.who, latest: row.who_latest },
    whence: { failures: row.whence, latest: row.whence_latest },
  };
}

/** Somebody got in: their own mistyping is forgiven, what others tried elsewhere is not. */
export async function forgetFailures(db: Db, { who, whence }: Guess): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('who', '=', who).where('whence', '=', whence).execute();
}

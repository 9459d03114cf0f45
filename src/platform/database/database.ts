import { Kysely } from 'kysely';
import type pg from 'pg';
import { openPool } from './connect.ts';
import { FencedDialect, runOurs } from './fence.ts';
import type { DB } from './generated.ts';
import { type Held, type OneConnection, onOneConnection } from './one-connection.ts';
import { withPatience } from './patience.ts';
import type { InstallationTables, OrganisationTables } from './tables.ts';

/** Who acts: a person signed in, or the clock. Written into history. */
export type Actor = { id: string | null; name: string };

/**
 * Through whose eyes: what this account may see at the moment, and of that what is marked OFFICIAL-SENSITIVE only where
 * `marked`. Without a sight, everything: for jobs, and for people who may see everything anyway.
 */
export type Sight = { person: string; marked: boolean };

export type Within = {
  db: Kysely<OrganisationTables>;
  organisation: string;
  actor: Actor;
  /** Where it is there, not everything is seen: what is known of everything must not be told. */
  sight?: Sight;
};

export type Database = {
  /**
   * The one way to organisation data: a transaction in the unprivileged role, bound to one organisation.
   * What `work` throws undoes all of it. A row that may not be seen is not found: another organisation's, or with a
   * `sight` what that person may not see (docs/decisions/0024).
   * `work` may be begun once more, where the database was away or somebody else was faster: it does nothing that the end of
   * the transaction would not undo.
   */
  inOrganisation: <T>(
    who: { organisation: string; actor: Actor; sight?: Sight | undefined },
    work: (within: Within) => Promise<T>,
  ) => Promise<T>;
  /** The few tables of `BEFORE_ORGANISATION`, in one transaction; every other table shows no rows here. */
  beforeOrganisation: <T>(work: (db: Kysely<InstallationTables>) => Promise<T>) => Promise<T>;
  pool: pg.Pool;
  close: () => Promise<void>;
};

/** Alone, the end of a transaction in which something failed would undo it and say nothing; a question is refused there. */
const STILL_WHOLE = 'select 1; commit';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openDatabase(connection: pg.PoolConfig, name = 'commsgrid'): Database {
  const pool = openPool(connection, name);
  const dialect = new FencedDialect({ pool });
  const kysely = new Kysely<DB>({ dialect });
  const hold = onOneConnection(kysely, dialect);
  return {
    inOrganisation: ({ organisation, actor, sight }, work) => {
      for (const id of [organisation, ...(sight ? [sight.person] : [])])
        if (!UUID.test(id)) throw new Error('An organisation or a person is named by its identifier.');
      return transaction(hold, sight ? limited(organisation, sight) : whole(organisation), db =>
        work({
          db: db as unknown as Kysely<OrganisationTables>,
          organisation,
          actor,
          ...(sight && { sight }),
        }),
      );
    },
    beforeOrganisation: work =>
      transaction(hold, { begin: 'begin', end: STILL_WHOLE }, db =>
        work(db as unknown as Kysely<InstallationTables>),
      ),
    pool,
    close: () => kysely.destroy(),
  };
}

type Statements = { begin: string; end: string };

const whole = (organisation: string): Statements => ({
  begin: `begin; set local role commsgrid_member; set local commsgrid.organisation = '${organisation}'`,
  end: `select still_inside('${organisation}'); commit`,
});

/** In a role of its own, so that whoever sees everything pays nothing for it; counts are found in `seen` first. */
function limited(organisation: string, { person, marked }: Sight): Statements {
  const shown = marked ? 'yes' : 'no';
  const settings = [
    `commsgrid.organisation = '${organisation}'`,
    `commsgrid.person = '${person}'`,
    `commsgrid.marked = '${shown}'`,
    'search_path = seen, public',
  ];
  return {
    begin: ['begin', 'set local role commsgrid_limited', ...settings.map(one => `set local ${one}`)].join(
      '; ',
    ),
    end: `select still_limited('${organisation}', '${person}', '${shown}'); commit`,
  };
}
type Outcome<T> = { result: T } | { fault: unknown };

/**
 * What failed before it had begun did nothing, and is tried again while the database restarts. What lost a race against
 * somebody else was undone whole, and is done again over what they left; the rest never is.
 */
async function transaction<T>(
  hold: OneConnection<DB>,
  statements: Statements,
  work: (db: Kysely<DB>) => Promise<T>,
): Promise<T> {
  for (let again = 1; ; again++) {
    const outcome = await withPatience(() => hold(held => attempt(held, statements, work)));
    if (!('fault' in outcome)) return outcome.result;
    if (again > AGAIN || !lostRace(outcome.fault)) throw outcome.fault;
  }
}

/** How often what lost a race is done again. */
const AGAIN = 3;

/**
 * Two waited for each other, or one made or took away what the other was about to use. Done again, the work sees what the
 * other did and answers to that; where it is a fault of ours instead, it fails again and is told.
 */
const LOST = new Set(['40001', '40P01', '23503', '23505']);

const lostRace = (fault: unknown): boolean => LOST.has(String((fault as { code?: unknown } | null)?.code));

/**
 * The beginning is not waited for: it leaves together with the first question, and is answered before it. Where `work`
 * asked several things at once and one failed, the others may go on for a while: they ask nothing more by then, since
 * the connection is soon somebody else's, or nobody's, who may do everything.
 */
async function attempt<T>(
  { connection, db, close }: Held<DB>,
  { begin, end }: Statements,
  work: (db: Kysely<DB>) => Promise<T>,
): Promise<Outcome<T>> {
  const begun = runOurs(connection, begin);
  begun.catch(() => undefined); // told below, where it is waited for
  try {
    const result = await work(db);
    close();
    await Promise.all([begun, runOurs(connection, end)]);
    return { result };
  } catch (fault) {
    close();
    // also where the beginning was refused half way; the fault that led here is the one to tell
    await runOurs(connection, 'rollback').catch(() => undefined);
    await begun;
    return { fault };
  }
}

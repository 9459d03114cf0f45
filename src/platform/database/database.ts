import { Kysely } from 'kysely';
import type pg from 'pg';
import { openPool } from './connect.ts';
import { FencedDialect, runOurs } from './fence.ts';
import type { DB } from './generated.ts';
import { withPatience } from './patience.ts';
import type { InstallationTables, OrganisationTables } from './tables.ts';

/** Who acts: a person signed in, or the clock. Written into history. */
export type Actor = { id: string | null; name: string };

export type Within = {
  db: Kysely<OrganisationTables>;
  organisation: string;
  actor: Actor;
};

export type Database = {
  /**
   * The one way to organisation data: a transaction in the unprivileged role, bound to one organisation.
   * What `work` throws undoes all of it. A row that may not be seen is not found.
   */
  inOrganisation: <T>(
    who: { organisation: string; actor: Actor },
    work: (within: Within) => Promise<T>,
  ) => Promise<T>;
  /** The few tables of `BEFORE_ORGANISATION`, in one transaction; every other table shows no rows here. */
  beforeOrganisation: <T>(work: (db: Kysely<InstallationTables>) => Promise<T>) => Promise<T>;
  pool: pg.Pool;
  close: () => Promise<void>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openDatabase(connection: pg.PoolConfig, name = 'commsgrid'): Database {
  const pool = openPool(connection, name);
  const kysely = new Kysely<DB>({ dialect: new FencedDialect({ pool }) });
  return {
    inOrganisation: ({ organisation, actor }, work) => {
      if (!UUID.test(organisation)) throw new Error('An organisation is named by its identifier.');
      const begin = `begin; set local role commsgrid_member; set local commsgrid.organisation = '${organisation}'`;
      const end = `select still_inside('${organisation}'); commit`;
      return transaction(kysely, begin, end, db =>
        work({ db: db as unknown as Kysely<OrganisationTables>, organisation, actor }),
      );
    },
    beforeOrganisation: work =>
      transaction(kysely, 'begin', 'commit', db => work(db as unknown as Kysely<InstallationTables>)),
    pool,
    close: () => kysely.destroy(),
  };
}

async function transaction<T>(
  kysely: Kysely<DB>,
  begin: string,
  end: string,
  work: (db: Kysely<DB>) => Promise<T>,
): Promise<T> {
  const begun = await withPatience(() => beginOn(kysely, begin));
  try {
    const result = await work(begun.db);
    await runOurs(begun.db, end);
    begun.release();
    return result;
  } catch (fault) {
    await begun.undo();
    throw fault;
  }
}

type Begun = { db: Kysely<DB>; release: () => void; undo: () => Promise<void> };

/** Takes one connection out of the pool and holds it until it is released or undone. */
function beginOn(kysely: Kysely<DB>, begin: string): Promise<Begun> {
  const { promise, resolve, reject } = Promise.withResolvers<Begun>();
  const held = Promise.withResolvers<void>();
  const taken = kysely.connection().execute(async db => {
    await runOurs(db, begin);
    resolve({
      db,
      release: () => held.resolve(),
      undo: async () => {
        await runOurs(db, 'rollback').catch(() => undefined); // the fault that led here is the one to tell
        held.resolve();
      },
    });
    await held.promise;
  });
  taken.catch(reject);
  return promise;
}

import pg from 'pg';
import type { PgBoss } from 'pg-boss';

/**
 * Carries what was asked for in `queued_jobs` into the queue. Taken out and put in within one transaction,
 * under the row's own identifier, so that nothing is carried twice and nothing is lost.
 */
export type Mover = { stop: () => Promise<void> };

/** Notifications may be missed while a connection is down; this looks all the same. In milliseconds. */
const LOOK_EVERY = 5_000;
/** After a fault, which is most often a database that is just restarting. */
const RETRY_AFTER = 500;
const AT_ONCE = 200;

export async function startMover(
  connection: pg.PoolConfig,
  boss: PgBoss,
  names: string[],
  tell: (fault: unknown) => void,
): Promise<Mover> {
  let client: pg.Client | undefined;
  let busy: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const listen = async () => {
    const made = new pg.Client({ ...connection, application_name: 'commsgrid-mover' });
    made.on('error', () => (client = undefined));
    made.on('end', () => (client = undefined));
    made.on('notification', () => move());
    await made.connect();
    await made.query('listen queued_job');
    client = made;
  };

  const round = async () => {
    do {
      again = false;
      if (!client) await listen();
      while (client && !stopped && (await moveSome(client, boss, names)) === AT_ONCE);
    } while (again && !stopped);
  };

  const move = () => {
    again = true;
    busy ??= round()
      .catch(fault => {
        tell(fault);
        if (!stopped) setTimeout(move, RETRY_AFTER).unref();
      })
      .finally(() => (busy = undefined));
  };

  const timer = setInterval(move, LOOK_EVERY);
  move();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await busy;
      await client?.end();
    },
  };
}

/**
 * In the order in which they were asked for; the queue keeps to it roughly, since what comes in one transaction
 * has one time for it and a worker may hand a job back. No job may rest upon it.
 *
 * One whose kind this version does not know waits for a version that does; the others do not wait for it.
 */
async function moveSome(client: pg.Client, boss: PgBoss, names: string[]): Promise<number> {
  await client.query('begin');
  try {
    const { rows } = await client.query(
      `with moved as (delete from queued_jobs where id in
         (select id from queued_jobs where name = any($1) order by queued_at limit ${AT_ONCE}
          for update skip locked)
       returning id, organisation_id, name, payload, queued_at)
       select * from moved order by queued_at`,
      [names],
    );
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
    for (const row of rows)
      await boss.send(
        row.name,
        { organisation: row.organisation_id, payload: row.payload },
        { id: row.id, db, group: { id: row.organisation_id } },
      );
    await client.query('commit');
    return rows.length;
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
}

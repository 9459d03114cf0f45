import pg from 'pg';
import { prepareWhatComesAgain } from './prepared.ts';

/** Days and instants come back as Temporal values, never as a Date with a time zone nobody chose. */
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, text => Temporal.Instant.from(text.replace(' ', 'T')));
pg.types.setTypeParser(pg.types.builtins.DATE, text => Temporal.PlainDate.from(text));
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** And go the same way: `toPostgres` is the hook that `pg` offers for a value's own form. */
for (const kind of [Temporal.Instant, Temporal.PlainDate])
  Object.defineProperty(kind.prototype, 'toPostgres', {
    value(this: Temporal.Instant | Temporal.PlainDate) {
      return this.toString();
    },
  });

/** The most connections that one process holds. */
const MOST = 10;
/** Then a connection is renewed, and with it what it has prepared for filters and plans of long ago. */
const MOST_USES = 5_000;

export function openPool(connection: pg.PoolConfig, name: string): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: MOST,
    maxUses: MOST_USES,
    pipeline: true,
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', () => undefined); // an idle connection that was cut; the next query opens another
  // one that is cut while a transaction holds it: its next query says so; without a listener the process would end
  pool.on('connect', client => {
    client.on('error', () => undefined);
    prepareWhatComesAgain(client);
  });
  return pool;
}

/** Faults that say the server is away for a moment: refused, starting up, shutting down, connection cut. */
const AWAY = /^(ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|57P0[1-5]|08\d{3}|53300)$/;

export function databaseAway(fault: unknown): boolean {
  const { code, message } = fault as { code?: string; message?: string };
  return (
    AWAY.test(code ?? '') ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
      message ?? '',
    )
  );
}

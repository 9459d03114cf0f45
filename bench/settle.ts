import pg from 'pg';

/** As after a night: statistics gathered, dead rows cleared, so that every run meets the same database. */
export async function settle(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

import { type Finding, mend } from './finding.ts';

/** Where DATABASE_URL points; never its password. */
export type Address = { host: string; port: string; user: string; database: string };

/** @throws TypeError where it is no address at all; the settings have refused that before. */
export function addressOf(databaseUrl: string): Address {
  const { hostname, port, username, pathname, searchParams } = new URL(databaseUrl);
  const user = decodeURIComponent(username) || 'postgres';
  return {
    host: searchParams.get('host') || hostname || 'localhost', // a socket's folder is given as ?host=
    port: port || '5432',
    user,
    database: decodeURIComponent(pathname.slice(1)) || user,
  };
}

/**
 * Why a database server was not reached, and the line that finds out more or mends it. Codes of five signs are
 * PostgreSQL's own (documentation, appendix A), the others the network's.
 */
export function unreachableFinding(address: Address, code: string, message: string): Finding {
  const { host, port, user, database } = address;
  const server = `${host}:${port}`;
  const login = `psql "postgres://${user}@${server}/${database}"`;
  const said: Record<string, [says: string, type: string]> = {
    ECONNREFUSED: [
      `nothing listens at ${server}. Start the database server there, or correct DATABASE_URL.`,
      `pg_isready -h ${host} -p ${port}`,
    ],
    ENOTFOUND: [`no machine is called ${host}. Correct DATABASE_URL.`, `getent hosts ${host}`],
    EAI_AGAIN: [`the name ${host} cannot be looked up just now.`, `getent hosts ${host}`],
    ETIMEDOUT: [
      `${server} does not answer within 5 seconds. A firewall may stand between.`,
      `nc -vz ${host} ${port}`,
    ],
    '28P01': [`${server} refuses the password of ${user}. Correct it in DATABASE_URL.`, login],
    '28000': [`${server} does not let ${user} in. Its pg_hba.conf must name the account.`, login],
    '3D000': [
      `${server} has no database ${database}.`,
      `createdb -h ${host} -p ${port} -U ${user} ${database}`,
    ],
    '53300': [`${server} has no connection left; it takes no more at once.`, login],
    '57P03': [`${server} is just starting or stopping. Ask again in a minute.`, 'npx commsgrid doctor'],
  };
  const [says, type] = said[code] ?? [`${server} does not answer: ${message || code}.`, login];
  return mend('Database', says, type);
}

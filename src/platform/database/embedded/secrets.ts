import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';

/** Random words kept beside the data, readable by their owner alone. */
export type Secrets = {
  /** Password of the database's own superuser, used once to create the rest. */
  databaseSuperuser: string;
  /** Password of the account that Commsgrid connects with. */
  database: string;
};

const random = () => randomBytes(32).toString('base64url');

/** The secrets of a data folder, made at its first use. Two first starts at once agree on one set. */
export function secretsOf(path: string): Secrets {
  return readSecrets(path) ?? makeSecrets(path);
}

function readSecrets(path: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault; // most often another account's
  }
  try {
    return JSON.parse(text) as Secrets;
  } catch (cause) {
    throw new Error(`The secrets in ${path} cannot be read. Restore that file from a back-up.`, { cause });
  }
}

function makeSecrets(path: string): Secrets {
  const mine = `${path}.${process.pid}`;
  const made: Secrets = { databaseSuperuser: random(), database: random() };
  writeFileSync(mine, JSON.stringify(made), { mode: 0o600, flush: true });
  try {
    linkSync(mine, path); // fails where another start was first: its secrets stand
    return made;
  } catch {
    return readSecrets(path) ?? made;
  } finally {
    unlinkSync(mine);
  }
}

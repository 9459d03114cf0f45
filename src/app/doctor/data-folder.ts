import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, nameOf, ourAccount } from './account.ts';
import { type Finding, mend, well } from './finding.ts';

export type FolderFacts = {
  path: string;
  us: Account;
  /** The nearest folder above that is there, where the data folder itself is not. */
  above?: string;
  isFolder: boolean;
  /** Of the folder, or of the one above it. */
  owner: Account;
  /** Why it cannot be written to; absent where it can. */
  refusal?: string;
  /** Of the database's own files, which PostgreSQL takes from their owner alone. */
  clusterOwner?: Account;
};

export function folderFinding(facts: FolderFacts): Finding {
  const { path, us, above, isFolder, owner, refusal, clusterOwner } = facts;
  if (!isFolder)
    return mend(
      'Data folder',
      `${above ?? path} is a file, not a folder.`,
      'COMMSGRID_DATA=~/commsgrid npm start',
    );
  if (refusal === 'EROFS')
    return mend(
      'Data folder',
      `${path} lies on a disk that may only be read.`,
      'COMMSGRID_DATA=~/commsgrid npm start',
    );
  if (refusal && owner.uid !== us.uid) return anothers(facts);
  if (refusal)
    return mend(
      'Data folder',
      `${above ?? path} is yours and may not be written to.`,
      `chmod u+rwx ${quoted(above ?? path)}`,
    );
  if (us.uid !== 0 && clusterOwner && clusterOwner.uid !== us.uid)
    return mend(
      'Data folder',
      `the database in ${path} belongs to the account ${clusterOwner.name}, and you are ${us.name}. Start Commsgrid as the account that began it, or, while it is stopped, take its files over.`,
      `sudo chown -R ${us.name} ${quoted(path)}`,
    );
  return well(
    'Data folder',
    above ? `${path} will be made at the first start.` : `${path} can be written to.`,
  );
}

function anothers({ path, above, us, owner }: FolderFacts): Finding {
  if (above)
    return mend(
      'Data folder',
      `${path} is not there, and ${us.name} may not make it in ${above}, which belongs to ${owner.name}.`,
      `sudo install -d -o ${us.name} -m 711 ${quoted(path)}`,
    );
  return mend(
    'Data folder',
    `${path} belongs to the account ${owner.name}, and you are ${us.name}. Give the command as ${owner.name}, or, while Commsgrid is stopped, take the folder over.`,
    `sudo chown -R ${us.name} ${quoted(path)}`,
  );
}

const quoted = (path: string): string =>
  /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

export function folderFacts(path: string): FolderFacts {
  const found = nearest(path);
  const above = found === path ? undefined : found;
  const { uid } = statSync(found);
  const clusterUid = ownerOf(join(path, 'postgres'));
  const refusal = refusalOf(found);
  return {
    path,
    us: ourAccount(),
    isFolder: statSync(found).isDirectory(),
    owner: account(uid),
    ...(above && { above }),
    ...(refusal && { refusal }),
    ...(clusterUid !== undefined && { clusterOwner: account(clusterUid) }),
  };
}

/** The path itself or the first folder above that is there (or that we are shown). */
export function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}

const account = (uid: number): Account => ({ uid, name: nameOf(uid) });

function refusalOf(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code ?? 'EACCES';
  }
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

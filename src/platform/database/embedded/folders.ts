import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The longest path a Unix socket may have is 107 bytes; PostgreSQL adds "/.s.PGSQL.5432" to its folder. */
const SOCKET_FOLDER_BYTES = 107 - '/.s.PGSQL.5432'.length;

export type Folders = {
  data: string;
  cluster: string;
  socket: string;
  log: string;
  secrets: string;
  running: string;
};

/** Makes the data folder (others may pass through it to what is theirs, and list nothing). */
export function dataFolders(data: string): Folders {
  mkdirSync(data, { recursive: true, mode: 0o711 });
  const real = realpathSync(data);
  return {
    data: real,
    cluster: join(real, 'postgres'),
    socket: socketFolder(real),
    log: join(real, 'postgres.log'),
    secrets: join(real, 'secrets.json'),
    running: join(real, 'running.json'),
  };
}

/** Beside the data where the path is short enough, else in the system's folder for temporary things. */
function socketFolder(data: string): string {
  const beside = join(data, 'socket');
  if (Buffer.byteLength(beside) <= SOCKET_FOLDER_BYTES) return beside;
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  return join('/tmp', `commsgrid-${process.getuid?.() ?? 0}-${name}`);
}

/**
 * Makes a folder that only `owner` may enter.
 * @throws where somebody else made it first: a folder in a place that all may write to is not trusted by its name.
 */
export function privateFolder(path: string, owner: { uid: number; gid: number } | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const trusted = [process.getuid?.(), owner?.uid, 65534];
  if (!found.isDirectory() || (process.getuid && !trusted.includes(found.uid)))
    throw new Error(
      `The folder ${path} belongs to another account. Remove it, or set COMMSGRID_DATA to a shorter path.`,
    );
  const wanted = owner?.uid ?? process.getuid?.() ?? found.uid;
  if (found.uid !== wanted) chownSync(path, wanted, owner?.gid ?? process.getgid?.() ?? found.gid);
  chmodSync(path, 0o700);
}

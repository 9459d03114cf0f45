import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { nameOf } from './account.ts';

/** Who listens on a port, as far as this machine tells us. */
export type Listener = {
  account?: string;
  /** Told only to the same account and to root. */
  process?: number;
  command?: string;
};

/** Reads Linux' own lists; elsewhere nothing is known. */
export function listenerOn(port: number): Listener {
  const socket = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(listening).find(found => found.port === port);
  if (!socket) return {};
  const holder = processWith(`socket:[${socket.inode}]`);
  const account = nameOf(socket.uid);
  return holder ? { account, process: holder, command: commandOf(holder) } : { account };
}

type Socket = { port: number; uid: number; inode: string };

/** Columns as in Linux' Documentation/networking/proc_net_tcp.rst; state 0A is "listen". */
function listening(path: string): Socket[] {
  const rows = read(path).trim().split('\n').slice(1);
  return rows.flatMap(row => {
    const [, local = '', , state, , , , uid, , inode = ''] = row.trim().split(/\s+/);
    if (state !== '0A') return [];
    return [{ port: Number.parseInt(local.split(':')[1] ?? '', 16), uid: Number(uid), inode }];
  });
}

function processWith(open: string): number | undefined {
  const processes = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return processes.map(Number).find(pid => holds(pid, open));
}

function holds(pid: number, open: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(number => linkOf(`/proc/${pid}/fd/${number}`) === open);
  } catch {
    return false; // another account's process, or one that has just ended
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Its first words: enough to know the program, too little to show a password given on a command line. */
function commandOf(pid: number): string {
  const [program = '', argument = ''] = read(`/proc/${pid}/cmdline`).split('\0');
  const name = program.split('/').at(-1) ?? program;
  return /^[\w./-]*\.[cm]?[jt]s$|^[\w-]+\.py$/.test(argument) ? `${name} ${argument}` : name;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

import { execFileSync, type SpawnOptions, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/**
 * As whom the database's programs run. PostgreSQL refuses to run as root, so root starts them as an
 * account without rights; everyone else starts them as themselves.
 */
export type DatabaseAccount = {
  /** Who must own the database's folders; undefined means us. */
  owner: { uid: number; gid: number } | undefined;
  /** The command and options that run `program` as that account. */
  command: (program: string, args: string[]) => { program: string; args: string[]; options: SpawnOptions };
  way: 'ourselves' | 'account' | 'setpriv' | 'unshare';
};

const ourselves: DatabaseAccount = {
  owner: undefined,
  command: (program, args) => ({ program, args, options: {} }),
  way: 'ourselves',
};

/**
 * Finds the first way that can reach both `paths`. Under a folder that other accounts may not enter
 * (a checkout in root's own home), the plain account cannot: it is then given the one right to pass
 * through folders and read (CAP_DAC_READ_SEARCH), or else a user namespace in which root looks like nobody.
 * Files that are there already stay with the account that made them: PostgreSQL takes them from no other.
 * `claim` gives the account the folder for its socket before it is tried.
 */
export function databaseAccount(paths: Reached, claim: (owner: Owner | undefined) => void): DatabaseAccount {
  if (process.getuid?.() !== 0) {
    claim(undefined);
    return ourselves;
  }
  const made = ownerOf(paths.cluster);
  const owner = made ?? nobody();
  const ways = owner.uid === 0 ? [unshare()] : [account(owner), setpriv(owner), ...(made ? [] : [unshare()])];
  for (const way of ways) {
    claim(way.owner);
    if (reaches(way, paths)) return way;
  }
  throw new Error(
    `The database may not run as root, and the account with the number ${owner.uid} cannot enter ${paths.data}. ` +
      'Run Commsgrid as an ordinary user, or set COMMSGRID_DATA to a folder that every account may enter.',
  );
}

type Owner = { uid: number; gid: number };
type Reached = { program: string; data: string; cluster: string; socket: string };

const account = (owner: Owner): DatabaseAccount => ({
  owner,
  command: (program, args) => ({ program, args, options: owner }),
  way: 'account',
});

const setpriv = (owner: Owner): DatabaseAccount => ({
  owner,
  command: (program, args) => ({
    program: 'setpriv',
    args: [
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup', // else access(2), which PostgreSQL asks, leaves the right out of account
      '--inh-caps=-all,+dac_read_search',
      '--ambient-caps=+dac_read_search',
      program,
      ...args,
    ],
    options: {},
  }),
  way: 'setpriv',
});

const unshare = (): DatabaseAccount => ({
  owner: undefined,
  command: (program, args) => ({
    program: 'unshare',
    args: ['--user', '--map-user=65534', '--map-group=65534', program, ...args],
    options: {},
  }),
  way: 'unshare',
});

function reaches(way: DatabaseAccount, { program, data, socket }: Reached): boolean {
  const test = 'test -x "$1" && test -x "$2" && test -w "$3"';
  const probe = way.command('/bin/sh', ['-c', test, 'sh', program, data, socket]);
  return spawnSync(probe.program, probe.args, { ...probe.options, stdio: 'ignore' }).status === 0;
}

function ownerOf(path: string): Owner | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}

/** The account without rights that every Unix has; by its usual number where the machine keeps no list. */
function nobody(): Owner {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return { uid: 65534, gid: 65534 };
  }
}

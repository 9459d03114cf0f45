import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const DOVECOT = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

/** Where the program of the mail server is; undefined on a machine without it (Debian: dovecot-imapd). */
export const dovecot = (): string | undefined => DOVECOT.find(path => existsSync(path));

export const PASSWORD = 'one-word-for-tests';

export type ImapServer = {
  port: number;
  /** Puts a message into somebody's mailbox, as the server's own delivery does. */
  deliver: (user: string, raw: string | Buffer, at?: Temporal.Instant) => void;
  /** A mailbox under a new identity, as after it was restored: every number in it means something else by then. */
  makeAnew: (user: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** A real IMAP server on a port of this machine, its mailboxes in a folder of its own; everyone has the one password. */
export async function imapServer(program: string): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'commsgrid-imap-'));
  const port = await freePort();
  const owner = ownerOfMail();
  for (const name of ['run', 'mail']) mkdirSync(join(folder, name));
  const settings = join(folder, 'dovecot.conf');
  writeFileSync(settings, configuration(folder, port, owner.name, owner.group));
  chownSync(folder, owner.uid, owner.gid);
  chownSync(join(folder, 'mail'), owner.uid, owner.gid);
  const server = spawn(program, ['-F', '-c', settings], { stdio: 'ignore' });
  await answers(port, () => readFileSync(join(folder, 'log'), 'utf8'));
  let delivered = 0;
  const mailbox = (user: string) => join(folder, 'mail', user);
  return {
    port,
    deliver: (user, raw, at) => {
      for (const path of ['', 'new', 'cur', 'tmp']) {
        mkdirSync(join(mailbox(user), path), { recursive: true });
        chownSync(join(mailbox(user), path), owner.uid, owner.gid);
      }
      const name = join(mailbox(user), 'new', `${1_700_000_000 + ++delivered}.M${delivered}.ashmere`);
      writeFileSync(name, raw);
      chownSync(name, owner.uid, owner.gid);
      if (at) utimesSync(name, new Date(at.epochMilliseconds), new Date(at.epochMilliseconds)); // it came then
    },
    makeAnew: async user => {
      rmSync(mailbox(user), { recursive: true });
      await pause(1100); // the identity is the second in which it is made
    },
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Mail may belong to anybody but root; who is not root can only be themselves. */
function ownerOfMail(): { name: string; group: string; uid: number; gid: number } {
  const told = (...args: string[]) => spawnSync('id', args, { encoding: 'utf8' }).stdout.trim();
  const who = process.getuid?.() === 0 ? 'nobody' : told('-un');
  return {
    name: who,
    group: told('-gn', who),
    uid: Number(told('-u', who)),
    gid: Number(told('-g', who)),
  };
}

const configuration = (folder: string, port: number, user: string, group: string): string => `
protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number, log: () => string): Promise<void> {
  for (let tried = 0; tried < 100; tried++) {
    const socket = connect(port, '127.0.0.1');
    const came = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      pause(1000).then(() => false),
    ]);
    socket.destroy();
    if (came) return;
    await pause(50);
  }
  throw new Error(`The mail server does not answer: ${log()}`);
}

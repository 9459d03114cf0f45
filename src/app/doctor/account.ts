import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** An account of this machine; on Windows there are no numbers and everything is ours. */
export type Account = { uid: number; name: string };

export function ourAccount(): Account {
  const uid = process.getuid?.() ?? -1;
  return { uid, name: nameOf(uid) };
}

/** From the machine's own list; an account known only to a directory server keeps its number. */
export function nameOf(uid: number): string {
  if (uid === process.getuid?.()) return ownName(uid);
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return (
      lines.map(line => line.split(':')).find(([, , number]) => Number(number) === uid)?.[0] ?? String(uid)
    );
  } catch {
    return String(uid);
  }
}

function ownName(uid: number): string {
  try {
    return userInfo().username;
  } catch {
    return String(uid); // an account without an entry, as containers have them
  }
}

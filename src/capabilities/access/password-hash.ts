import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP, "Password storage": argon2id with 19 MiB, two passes, one lane. Tens of milliseconds on a thread of its own. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** The work is done on the four threads that files and names are looked up on too; two stay free. */
const AT_ONCE = 2;

/** As a PHC string, which names its own parameters: they can be raised and old ones still be checked. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return inPhc(await work(password, salt, COST, TAG_BYTES), salt, COST);
}

/** The same words hashed as `stored` was, so that one of several with the same salt is found by comparing. */
export async function hashAs(words: string, stored: string): Promise<string> {
  const { salt, tag, cost } = readPhc(stored);
  return inPhc(await work(words, salt, cost, tag.length), salt, cost);
}

const inPhc = (tag: Buffer, salt: Buffer, { memory, passes, parallelism }: Cost): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;

/** An account that is not there, or has no password, costs the same work as a wrong password. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const { salt, tag, cost } = readPhc(stored ?? NOBODYS);
  const given = await work(password, salt, cost, tag.length);
  return timingSafeEqual(given, tag) && Boolean(stored);
}

/** The hash of nothing that anybody could type. */
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(
  Buffer.alloc(SALT_BYTES),
)}$${unpadded(randomBytes(TAG_BYTES))}`;

type Cost = typeof COST;

function readPhc(stored: string): { salt: Buffer; tag: Buffer; cost: Cost } {
  const read = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!read) throw new Error('A stored password is not in the form that this version knows.');
  const [memory, passes, parallelism] = read.slice(1, 4).map(Number) as [number, number, number];
  return {
    cost: { memory, passes, parallelism },
    salt: Buffer.from(read[4]!, 'base64'),
    tag: Buffer.from(read[5]!, 'base64'),
  };
}

async function work(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  const parameters: Argon2Parameters = { message: password.normalize('NFKC'), nonce, tagLength, ...cost };
  await turn();
  try {
    return await derive('argon2id', parameters);
  } finally {
    leave();
  }
}

let busy = 0;
const waiting: (() => void)[] = [];

/** Resolves when one of the places is free; who leaves hands theirs to the next in line. */
function turn(): Promise<void> {
  if (busy < AT_ONCE) {
    busy++;
    return Promise.resolve();
  }
  return new Promise(resolve => waiting.push(resolve));
}

function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else busy--;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

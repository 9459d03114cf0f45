import { connect, type Socket } from 'node:net';

/** What a virus scanner says of a file. `unreachable`: nobody looked at it, so it is not kept. */
export type Scanned = { clean: true } | { found: string } | { unreachable: string };

/** Bytes in one piece of the stream; clamd takes up to its StreamMaxLength in all. */
const PIECE = 64 * 1024;
/** Milliseconds; 25 MB take a scanner a second or two. */
const PATIENCE = 60_000;

/**
 * Has clamd look at a file. `scanner`: where it listens, a socket's path or host:port; without one nothing is scanned.
 * Source: clamd(8), INSTREAM: each piece with its length in four bytes, the largest first; a length of nought ends it.
 */
export function scan(content: Uint8Array, scanner: string | undefined): Promise<Scanned> {
  if (!scanner) return Promise.resolve({ clean: true });
  const { promise, resolve } = Promise.withResolvers<Scanned>();
  const socket = open(scanner);
  let answer = '';
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('it took too long')));
  socket.on('data', data => {
    answer += data.toString('utf8');
  });
  socket.on('error', fault => resolve({ unreachable: fault.message }));
  // whatever ended the connection, what was answered before counts
  socket.on('close', () => resolve(understood(answer)));
  socket.on('connect', () => send(socket, content));
  return promise;
}

const open = (scanner: string): Socket => {
  const [, host, port] = /^\[?([^[\]/]+?)\]?:(\d+)$/.exec(scanner) ?? [];
  return host && port ? connect({ host, port: Number(port) }) : connect(scanner);
};

function send(socket: Socket, content: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < content.length; at += PIECE) {
    const piece = content.subarray(at, at + PIECE);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    socket.write(piece);
  }
  socket.write(Buffer.alloc(4));
}

/** "stream: OK", "stream: Name FOUND", "INSTREAM size limit exceeded. ERROR". */
function understood(answer: string): Scanned {
  const text = answer.replaceAll('\0', '').trim();
  const found = /^stream: (.+) FOUND$/.exec(text);
  if (found) return { found: found[1]! };
  return text === 'stream: OK' ? { clean: true } : { unreachable: text || 'it said nothing' };
}

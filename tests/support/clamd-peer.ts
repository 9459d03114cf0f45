import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The harmless string that every scanner takes for a virus, put together here so that no scanner takes this file for one. */
export const BAD = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-');

/** Speaks as clamd does: takes the command and the pieces, and answers when the empty piece has come. */
export async function clamdPeer(
  answerOf = (content: Buffer) => `stream: ${content.includes(BAD) ? 'Eicar-Test-Signature FOUND' : 'OK'}\0`,
): Promise<{ address: string; close: () => void }> {
  const server = createServer(socket => {
    let seen = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      seen = Buffer.concat([seen, data]);
      const content = whole(seen);
      if (content) socket.end(answerOf(content));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, close: () => void server.close() };
}

const COMMAND = 'zINSTREAM\0';

function whole(seen: Buffer): Buffer | undefined {
  assert.equal(seen.subarray(0, COMMAND.length).toString(), COMMAND.slice(0, seen.length));
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= seen.length; ) {
    const length = seen.readUInt32BE(at);
    if (!length) return Buffer.concat(pieces);
    pieces.push(seen.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

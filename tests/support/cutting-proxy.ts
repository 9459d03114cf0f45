import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  port: number;
  /** After so many octets of the server's: the line breaks, or nothing more comes. */
  after: (octets: number, then: 'cut' | 'silence') => void;
  close: () => Promise<void>;
};

/** Stands before a server on this machine, and lets through only so much of what it says. */
export async function cuttingProxy(to: number): Promise<CuttingProxy> {
  let [left, then]: [number, 'cut' | 'silence'] = [Number.POSITIVE_INFINITY, 'cut'];
  const lines = new Set<Socket>();
  const server = createServer(client => {
    const line = connect(to, '127.0.0.1');
    for (const one of [client, line]) {
      lines.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        client.destroy();
        line.destroy();
      });
    }
    client.on('data', sent => line.write(sent));
    line.on('data', said => {
      if (left > 0) client.write(Buffer.from(said).subarray(0, left));
      left -= said.length;
      if (left <= 0 && then === 'cut') client.destroySoon();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    after: (octets, what) => {
      [left, then] = [octets, what];
    },
    close: async () => {
      for (const line of lines) line.destroy();
      await new Promise(closed => server.close(closed));
    },
  };
}

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** What it says of a name: its TXT records; that there is no such name; that it cannot say; nothing at all. */
export type Said = string[] | 'no-such-name' | 'failure' | 'silence';

export type NameServer = {
  address: string;
  says: Map<string, Said>;
  asked: string[];
  close: () => Promise<void>;
};

const TXT = 16;
const INTERNET = 1;
const CODE = { failure: 2, 'no-such-name': 3 } as const;
/** What an answer by UDP may be long where whoever asks says no more (RFC 1035, 4.2.1). */
const LONGEST = 512;

/**
 * A name server on this machine, by UDP, and by TCP for answers that are too long for that (RFC 1035, 7766). Of names that
 * it was told nothing about it says that there is none.
 */
export async function nameServer(says: Record<string, Said> = {}): Promise<NameServer> {
  const known = new Map(Object.entries(says));
  const asked: string[] = [];
  const answer = (question: Buffer, most: number): Buffer | undefined => {
    const { name, type, end } = readQuestion(question);
    asked.push(name);
    const said = type === TXT ? (known.get(name) ?? 'no-such-name') : [];
    if (said === 'silence') return undefined;
    const whole = written(question.subarray(0, end), said);
    return whole.length > most ? cutShort(question.subarray(0, end)) : whole;
  };
  const tcp = createServer(socket => {
    socket.on('error', () => undefined);
    socket.on('data', sent => {
      const told = answer(Buffer.from(sent).subarray(2), 65_535);
      if (told) socket.end(Buffer.concat([int16(told.length), told]));
    });
  });
  await listening(tcp);
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', (sent, from) => {
    const told = answer(sent, LONGEST);
    if (told) udp.send(told, from.port, from.address);
  });
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    address: `127.0.0.1:${port}`,
    says: known,
    asked,
    close: async () => {
      udp.close();
      await new Promise(closed => tcp.close(closed));
    },
  };
}

async function listening(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** The first question; `end` is where it ends. */
function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at]!; length; length = message[at]!) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  return { name: labels.join('.'), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function written(question: Buffer, said: Exclude<Said, 'silence'>): Buffer {
  const records = typeof said === 'string' ? [] : said.map(textRecord);
  const code = typeof said === 'string' ? CODE[said] : 0;
  return Buffer.concat([header(question, 0x8180 | code, records.length), question.subarray(12), ...records]);
}

/** With the sign that there is more of it, so that whoever asked comes again by TCP. */
const cutShort = (question: Buffer): Buffer =>
  Buffer.concat([header(question, 0x8380, 0), question.subarray(12)]);

const header = (question: Buffer, flags: number, answers: number): Buffer =>
  Buffer.concat([question.subarray(0, 2), ...[flags, 1, answers, 0, 0].map(int16)]);

/** In strings of at most 255 octets; the name is that of the question, by a pointer to where it stands. */
function textRecord(text: string): Buffer {
  const bytes = Buffer.from(text);
  const strings: Buffer[] = [];
  for (let from = 0; from < bytes.length || !from; from += 255) {
    const part = bytes.subarray(from, from + 255);
    strings.push(Buffer.from([part.length]), part);
  }
  const data = Buffer.concat(strings);
  return Buffer.concat([...[0xc00c, TXT, INTERNET, 0, 60, data.length].map(int16), data]);
}

function int16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}

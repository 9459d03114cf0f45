import { createServer, type Server, type Socket } from 'node:net';

/**
 * Speaks just enough of PostgreSQL's protocol (version 3, documentation chapter "Frontend/Backend Protocol") to let
 * anyone in and to answer every question with one number, as a server of an old version answers for its version.
 */
export function postgresOfVersion(number: number): Server {
  return createServer(socket => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      greet(socket);
      socket.on('data', sent => answer(socket, Buffer.from(sent), String(number)));
    });
  });
}

function greet(socket: Socket): void {
  socket.write(Buffer.concat([message('R', int32(0)), READY]));
}

function answer(socket: Socket, sent: Buffer, value: string): void {
  if (sent.toString('latin1', 0, 1) === 'X') return void socket.end();
  const cell = Buffer.concat([int16(1), int32(value.length), Buffer.from(value)]);
  const done = message('C', Buffer.from('SHOW\0'));
  socket.write(Buffer.concat([message('T', COLUMN), message('D', cell), done, READY]));
}

const int16 = (number: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(number);
  return bytes;
};

const int32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number);
  return bytes;
};

const message = (kind: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);

const READY = message('Z', Buffer.from('I'));

/** One column of text (type 25) called server_version_num. */
const COLUMN = Buffer.concat([
  int16(1),
  Buffer.from('server_version_num\0'),
  int32(0),
  int16(0),
  int32(25),
  int16(-1),
  int32(-1),
  int16(0),
]);

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailEnvironment } from '../environment.ts';
import { whichWay } from './which-way.ts';

const own = {
  server: {
    host: 'smtp.ashmere.example',
    port: 587,
    security: 'starttls',
    login: { user: 'ashmere', password: 'ours' },
  },
  fromName: 'Ashmere',
  fromAddress: 'comms@ashmere.example',
} as const;
const relay = { COMMSGRID_SMTP_HOST: 'relay.example' };

test('what the environment says wins, value by value, and a server is taken whole', () => {
  const way = whichWay(mailEnvironment(relay), own, 'Borough of Ashmere');
  assert.deepEqual(way?.server, { host: 'relay.example', port: 587, security: 'starttls' });
  assert.deepEqual(way?.sender, { name: 'Ashmere', address: 'comms@ashmere.example' });
  const from = mailEnvironment({ COMMSGRID_MAIL_FROM: 'all@example.org' });
  assert.equal(whichWay(from, own, 'Borough of Ashmere')?.sender.address, 'all@example.org');
  assert.equal(whichWay(from, own, 'Borough of Ashmere')?.server.login?.password, 'ours');
});

test('a body that gave no name writes in its own', () => {
  const { fromName, ...unnamed } = own;
  assert.equal(whichWay({}, unnamed, 'Borough of Ashmere')?.sender.name, 'Borough of Ashmere');
  assert.ok(fromName);
});

test('without a server or a sender there is no way', () => {
  assert.equal(whichWay({}, {}, 'Borough of Ashmere'), undefined);
  assert.equal(whichWay(mailEnvironment(relay), {}, 'Borough of Ashmere'), undefined);
  assert.equal(whichWay({}, { fromAddress: 'comms@ashmere.example' }, 'Borough of Ashmere'), undefined);
});

test('the usual port follows from how the server is spoken to, and the other way round', () => {
  const at = (set: Parameters<typeof mailEnvironment>[0]) => mailEnvironment({ ...relay, ...set }).server;
  assert.deepEqual([at({})?.port, at({})?.security], [587, 'starttls']);
  assert.equal(at({ COMMSGRID_SMTP_SECURITY: 'tls' })?.port, 465);
  assert.equal(at({ COMMSGRID_SMTP_PORT: 465 })?.security, 'tls');
  assert.equal(at({ COMMSGRID_SMTP_SECURITY: 'none' })?.port, 25);
});

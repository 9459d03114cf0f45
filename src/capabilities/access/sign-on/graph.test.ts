import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { graphPeer } from '../../../../tests/support/graph-peer.ts';
import { groupsByGraph } from './graph.ts';

const peer = await graphPeer('of-rhys');
const graph = `http://${peer.host}`;
after(peer.close);
beforeEach(() => {
  Object.assign(peer, { instead: undefined, onAPage: 999, asked: [], groups: [] });
});

const ids = (many: number) => Array.from({ length: many }, () => randomUUID());

test('all groups of somebody are listed, over as many pages as they take', async () => {
  peer.groups = ids(2_300);
  assert.deepEqual(await groupsByGraph(graph, 'of-rhys'), peer.groups);
  assert.equal(peer.asked.length, 3);
  assert.match(peer.asked[0]!, /\$select=id&\$top=999$/);
});

test('a list without end is read to no end', async () => {
  peer.groups = ids(30);
  peer.onAPage = 2;
  assert.deepEqual(await groupsByGraph(graph, 'of-rhys'), { refused: 'groups-unreadable' });
  assert.equal(peer.asked.length, 12);
  peer.asked.length = 0;
  peer.instead = { next: `${graph}/v1.0/me/transitiveMemberOf/microsoft.graph.group?$skiptoken=0` };
  assert.deepEqual(await groupsByGraph(graph, 'of-rhys'), { refused: 'groups-unreadable' });
  assert.equal(peer.asked.length, 12);
});

test('nobody is led on to another host, with a token that opens the directory', async () => {
  const elsewhere = await graphPeer('of-rhys');
  peer.groups = ids(3);
  for (const next of [
    `http://${elsewhere.host}/v1.0/me/transitiveMemberOf/microsoft.graph.group`,
    `http://169.254.169.254/latest/meta-data`,
    `http://somebody@${peer.host}/v1.0/me`,
    `${graph}/beta/me`,
    '/v1.0/me',
    'nowhere',
  ]) {
    peer.instead = { next };
    assert.deepEqual(await groupsByGraph(graph, 'of-rhys'), { refused: 'groups-unreadable' }, next);
  }
  assert.deepEqual(elsewhere.asked, []);
  await elsewhere.close();
});

test('what stands in the way is told apart', async () => {
  assert.deepEqual(await groupsByGraph(graph, 'of another'), { refused: 'groups-not-allowed' });
  const told: [number, string][] = [
    [403, 'groups-not-allowed'],
    [429, 'groups-away'],
    [503, 'groups-away'],
    [400, 'groups-unreadable'],
    [302, 'groups-unreadable'],
  ];
  for (const [status, refused] of told) {
    peer.instead = { status };
    assert.deepEqual(await groupsByGraph(graph, 'of-rhys'), { refused });
  }
  peer.instead = { silent: true };
  const began = performance.now();
  assert.deepEqual(await groupsByGraph(graph, 'of-rhys', 100), { refused: 'groups-away' });
  assert.ok(performance.now() - began < 1_500);
  assert.deepEqual(await groupsByGraph('http://127.0.0.1:9', 'of-rhys'), { refused: 'groups-away' });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DkimVerdict, judgeDkim } from './judge-dkim.ts';

const KEY = `MII${'a1+/'.repeat(96)}==`;
const published = `v=DKIM1; k=rsa; p=${KEY}`;

const TABLE: [records: string[], verdict: DkimVerdict][] = [
  [[published], 'published'],
  [[`p=${KEY}`], 'published'],
  [[`v=DKIM1;h=sha256:sha1;s=email;n=ours;p=${KEY.slice(0, 200)} ${KEY.slice(200)};`], 'published'],
  [['google-site-verification=abc', published], 'published'],
  [[], 'missing'],
  [['v=spf1 -all'], 'missing'],
  [[`v=DKIM1; k=rsa; p=${KEY.slice(0, 237)}`], 'cut'],
  [[`"v=DKIM1; k=rsa; p=${KEY.slice(0, 200)}" "${KEY.slice(200)}"`], 'quoted'],
  [[`v=DKIM1\\; k=rsa\\; p=${KEY}`], 'quoted'],
  [['v=DKIM1; p=MIIother'], 'other-key'],
  [['v=DKIM1; k=rsa; p='], 'revoked'],
  [[`v=DKIM1; t=y; p=${KEY}`], 'testing'],
  [[`v=DKIM1; t=s; p=${KEY}`], 'published'],
  [[published, 'v=DKIM1; p=MIIolder'], 'many'],
  [[`v=DKIM2; p=${KEY}`], 'unusable'],
  [[`v=DKIM1; k=ed25519; p=${KEY}`], 'unusable'],
  [[`v=DKIM1; h=sha1; p=${KEY}`], 'unusable'],
  [[`v=DKIM1; s=tlsrpt; p=${KEY}`], 'unusable'],
  [['v=DKIM1; k=rsa'], 'unusable'],
];

test('what is published of a key is told apart', () => {
  for (const [records, verdict] of TABLE) assert.equal(judgeDkim(records, KEY), verdict, records.join(' | '));
});

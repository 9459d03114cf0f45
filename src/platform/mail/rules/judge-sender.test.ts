import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dmarcNames, isAligned, judgeDmarc, judgeSpf } from './judge-sender.ts';

test('who may send for a domain is read from its one SPF record', () => {
  assert.equal(judgeSpf([]), 'missing');
  assert.equal(judgeSpf(['v=spf10 -all', 'spf1']), 'missing');
  assert.equal(judgeSpf(['other', 'v=spf1 include:_spf.relay.example -all']), 'there');
  assert.equal(judgeSpf(['v=spf1']), 'there');
  assert.equal(judgeSpf(['v=spf1 -all', 'V=SPF1 mx ~all']), 'many');
  for (const all of ['v=spf1 +all', 'v=spf1 mx all']) assert.equal(judgeSpf([all]), 'lets-all');
  for (const all of ['v=spf1 ?all', 'v=spf1 redirect=_spf.small.example'])
    assert.equal(judgeSpf([all]), 'there');
});

test('what a domain asks of others is read from its one DMARC record', () => {
  assert.equal(judgeDmarc([]), 'missing');
  assert.equal(judgeDmarc(['v=DMARC1; p=none; rua=mailto:d@ashmere.example']), 'watches');
  assert.equal(judgeDmarc(['v=DMARC1;p=Quarantine']), 'acts');
  assert.equal(judgeDmarc(['v=DMARC1; p=reject; pct=50']), 'acts');
  assert.equal(judgeDmarc(['v=DMARC1; rua=mailto:d@ashmere.example']), 'unreadable');
  assert.equal(judgeDmarc(['v=DMARC1; p=stop']), 'unreadable');
  assert.equal(judgeDmarc(['v=DMARC1; p=none', 'v=DMARC1; p=reject']), 'many');
});

test('a policy stands with the domain or one above it, and never with a registry of the top', () => {
  assert.deepEqual(dmarcNames('mail.ashmere.gov.example'), [
    '_dmarc.mail.ashmere.gov.example',
    '_dmarc.ashmere.gov.example',
    '_dmarc.gov.example',
  ]);
  assert.ok(isAligned('ashmere.example', 'mail.ashmere.example'));
  assert.ok(isAligned('mail.ashmere.example', 'ashmere.example'));
  assert.ok(!isAligned('ashmere.example', 'notashmere.example'));
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import Fastify from 'fastify';
import { checkPage } from '../../../tests/support/page-checker.ts';
import { type TestSite, testSite } from '../../../tests/support/site.ts';
import { asAddress } from './address.ts';
import { messagesPage, registerMessagePreviews } from './dev-messages.ts';
import type { MessageKind } from './message.ts';
import { oneLine } from './one-line.ts';

describe('the kinds of message that are declared', () => {
  let site: TestSite;
  let kinds: MessageKind[];
  before(async () => {
    site = await testSite();
    kinds = site.capabilities.flatMap(({ messages = [] }) => messages);
  });
  after(() => site.close());

  test('are shown on one page that keeps the house rules', () => {
    assert.deepEqual(checkPage(messagesPage(kinds), { path: '/dev/messages', status: 200 }), []);
  });

  test('have one name and one purpose each, a plain subject, and somebody invented to go to', () => {
    assert.equal(new Set(kinds.map(({ kind }) => kind)).size, kinds.length);
    for (const { kind, purpose, preview } of kinds) {
      const { to, subject, text, kind: said } = preview();
      assert.equal(said, kind);
      assert.match(purpose, /^[A-Z].*[^.]\.$/s, `${kind}: ${purpose}`);
      assert.equal(subject, oneLine(subject), kind);
      assert.ok(subject.length <= 100, `${kind}: ${subject}`);
      assert.match(asAddress(to.address) ?? '', /\.example$/, kind);
      assert.ok(text.trim().length > 40, kind);
    }
  });

  test('can each be looked at as a page', async () => {
    const app = Fastify();
    registerMessagePreviews(app, kinds);
    assert.match((await app.inject('/dev/messages/mail-test')).body, /It arrived, so they do/);
    assert.equal((await app.inject('/dev/messages/none')).statusCode, 404);
  });
});

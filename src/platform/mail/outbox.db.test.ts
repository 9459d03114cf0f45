import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { installationMessages, messagesOf } from '../../../tests/support/messages.ts';
import { type TestSite, testSite } from '../../../tests/support/site.ts';
import type { Message } from './message.ts';
import { putInInstallationOutbox, putInOutbox, putManyInOutbox } from './outbox.ts';

const now = Temporal.Instant.from('2025-04-08T09:00:00Z');

const message = (given: Partial<Message> = {}): Message => ({
  kind: 'mail-test',
  to: { name: 'Olwen Fenn', address: 'olwen.fenn@ashmere.example' },
  subject: 'Three things need an answer',
  text: 'Good morning.\n\nThree things need an answer.',
  ...given,
});

describe('the outbox', () => {
  let site: TestSite;
  let organisation: string;
  before(async () => {
    site = await testSite();
    organisation = await site.organisation('Borough of Ashmere');
  });
  after(() => site.close());

  const rows = () => messagesOf(site, organisation);
  const row = async (id: string) => (await rows()).find(message => message.id === id);
  const put = (given: Partial<Message>) =>
    site.within(organisation, within => putInOutbox(within, message(given), now));

  test('keeps a message, and asks for it to be handed over in the same transaction', async () => {
    const made = await put({ subject: 'Kept' });
    const kept = await row(made.message);
    assert.equal(kept?.state, 'waiting');
    assert.equal(kept?.to_address, 'olwen.fenn@ashmere.example');
    const queued = await site.query(`select from queued_jobs where name = 'send-mail'`);
    assert.equal(queued.length, 1);
    await assert.rejects(
      site.within(organisation, async within => {
        await putInOutbox(within, message({ subject: 'Undone' }), now);
        throw new Error('undone');
      }),
    );
    assert.ok(!(await rows()).some(({ subject }) => subject === 'Undone'));
  });

  test('makes a second message with the same key only once, of many too', async () => {
    const first = await put({ once: 'daily 2025-04-08 olwen' });
    assert.deepEqual(await put({ once: 'daily 2025-04-08 olwen' }), first);
    const { messages } = await site.within(organisation, within =>
      putManyInOutbox(
        within,
        ['daily 2025-04-08 olwen', 'daily 2025-04-08 perrin'].map(once => message({ once })),
        now,
      ),
    );
    assert.equal(messages[0], first.message);
    assert.equal((await rows()).filter(({ once }) => once).length, 2);
    const other = await site.organisation('Wolds Fire and Rescue');
    const theirs = await site.within(other, within =>
      putInOutbox(within, message({ once: 'daily 2025-04-08 olwen' }), now),
    );
    assert.notEqual(theirs.message, first.message);
  });

  test('keeps one to an address that no server takes as refused', async () => {
    const { message: id } = await put({ to: { name: 'Nobody', address: 'ask at the desk' } });
    const kept = await row(id);
    assert.deepEqual([kept?.state, kept?.problem], ['refused', 'not-an-address']);
  });

  test('lets no line break into what becomes a header', async () => {
    const { message: id } = await put({
      to: { name: 'Olwen\r\nBcc: everyone@elsewhere.example', address: 'olwen@ashmere.example' },
      subject: 'One\nX-Other: 1\u2028two',
      replyTo: 'reply@ashmere.example\r\nBcc: x@elsewhere.example',
    });
    const kept = await row(id);
    assert.equal(kept?.to_name, 'Olwen Bcc: everyone@elsewhere.example');
    assert.equal(kept?.subject, 'One X-Other: 1 two');
    assert.equal(kept?.reply_to, null);
  });

  test('waits until its time where it has one', async () => {
    const later = now.add({ hours: 20 });
    const { message: id } = await put({ notBefore: later });
    const kept = await row(id);
    assert.equal(String(kept?.next_try_at), String(later));
    assert.equal(String(kept?.give_up_at), String(later.add({ hours: 48 })));
  });

  test('keeps what belongs to no organisation apart', async () => {
    const { message: id } = await site.database.beforeOrganisation(db =>
      putInInstallationOutbox(db, message({ kind: 'new-password', secrets: ['abc'] }), now),
    );
    assert.deepEqual(
      (await installationMessages(site)).map(kept => kept.id),
      [id],
    );
    assert.ok(!(await rows()).some(({ kind }) => kind === 'new-password'));
    await assert.rejects(
      site.within(organisation, ({ db }) => db.selectFrom('installation_messages' as 'messages').execute()),
      /permission denied/,
    );
  });

  test('queues a thousand in one transaction in well under five seconds', async () => {
    const begun = performance.now();
    const many = Array.from({ length: 1000 }, (_, n) => message({ once: `bulk ${n}` }));
    const { messages } = await site.within(organisation, within => putManyInOutbox(within, many, now));
    assert.equal(new Set(messages).size, 1000);
    assert.ok(performance.now() - begun < 2000, `${performance.now() - begun} ms`);
  });
});

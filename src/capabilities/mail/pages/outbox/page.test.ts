import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { messagesOf } from '../../../../../tests/support/messages.ts';
import { type Person, type TestSite, testSite } from '../../../../../tests/support/site.ts';
import type { Message } from '../../../../platform/mail/message.ts';
import { putInOutbox } from '../../../../platform/mail/outbox.ts';
import { fatesAbout } from '../../index.ts';

const PATH = '/organisation/outbox';
const LINK = 'https://ashmere.example/answer/only-for-olwen';

const message = (given: Partial<Message> = {}): Message => ({
  kind: 'mail-test',
  to: { name: 'Olwen Fenn', address: 'olwen.fenn@ashmere.example' },
  subject: 'Three things need an answer',
  text: `Good morning.\n\nAnswer here:\n${LINK}`,
  secrets: [LINK],
  ...given,
});

describe('the outbox page', () => {
  let site: TestSite;
  let administrator: Person;

  before(async () => {
    site = await testSite();
    administrator = await site.person({ role: 'administrator' });
  });
  after(() => site.close());

  const put = async (given: Partial<Message> = {}) => {
    const { organisation } = administrator;
    const made = await site.within(organisation, within =>
      putInOutbox(within, message(given), site.clock.now()),
    );
    return made.message;
  };
  const set = (id: string, values: { state: string; problem?: string; text?: null }) =>
    site.within(administrator.organisation, ({ db }) =>
      db
        .updateTable('messages')
        .set({ ...values, settled_at: site.clock.now() })
        .where('id', '=', id)
        .execute(),
    );
  const stateOf = async (id: string) =>
    (await messagesOf(site, administrator.organisation)).find(one => one.id === id)?.state;

  test('begins by saying what will be there', async () => {
    assert.match((await administrator.get(PATH)).text, /Nothing has been written yet/);
  });

  test('lists messages by state, address and reason', async () => {
    const refused = await put({
      subject: 'Refused one',
      to: { name: 'Perrin', address: 'perrin@ashmere.example' },
    });
    await set(refused, { state: 'refused', problem: 'recipient' });
    await put({ subject: 'Waiting one' });
    const all = await administrator.get(PATH);
    assert.match(all.text, /Refused one[\s\S]*The server does not know this address/);
    assert.match(all.text, /Somebody who sets up email tries whether messages arrive/);
    for (const query of ['state=refused', 'to=perrin@ashmere.example', 'to=perrin@ASHMERE.example']) {
      const { text } = await administrator.get(`${PATH}?${query}`);
      assert.match(text, /Refused one/);
      assert.doesNotMatch(text, /Waiting one/);
    }
    assert.match((await administrator.get(`${PATH}?kind=mail-test`)).text, /Waiting one/);
    assert.match((await administrator.get(`${PATH}?kind=other`)).text, /No message is like that/);
  });

  test('takes what is no state, place or person for nothing', async () => {
    for (const query of [
      'state=gone',
      'person=x',
      'before=x',
      'before=2025-13-99T00:00:00Z_x',
      'kind=',
      'to=',
      'state=waiting&state=refused',
    ])
      assert.equal((await administrator.get(`${PATH}?${query}`)).status, 200);
    for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
      assert.equal((await administrator.get(`${PATH}/${id}`)).status, 404);
  });

  test('shows one message without what is the addressee’s alone, unless it is asked for, which is written down', async () => {
    const id = await put();
    const shown = await administrator.get(`${PATH}/${id}`);
    assert.doesNotMatch(shown.html, /only-for-olwen/);
    assert.match(shown.text, /Good morning/);
    const opened = await administrator.post(`${PATH}/${id}/open`, {});
    assert.match(opened.text, /only-for-olwen/);
    assert.match(opened.text, /looked at the words that are the addressee’s alone/);
    assert.doesNotMatch((await administrator.get(`${PATH}/${id}`)).html, /only-for-olwen/);
  });

  test('sends again by hand what is not sent again by itself; what may have arrived only knowingly', async () => {
    const [unknown, given, waits, wrong] = [
      await put(),
      await put(),
      await put(),
      await put({ to: { name: 'N', address: 'x' } }),
    ];
    await set(unknown, { state: 'unknown', problem: 'no-answer' });
    await set(given, { state: 'given-up', problem: 'put-off' });
    const unsaid = await administrator.post(`${PATH}/${unknown}/again`, {});
    assert.equal(unsaid.status, 422);
    assert.match(unsaid.text, /Say that they may get it twice/);
    assert.equal(await stateOf(unknown), 'unknown');
    await administrator.post(`${PATH}/${unknown}/again`, { twice: 'yes' });
    await administrator.post(`${PATH}/${given}/again`, {});
    assert.deepEqual([await stateOf(unknown), await stateOf(given)], ['waiting', 'waiting']);
    const late = await administrator.post(`${PATH}/${waits}/again`, {}, { follow: true });
    assert.match(late.text, /nothing was changed/);
    const never = await administrator.post(`${PATH}/${wrong}/again`, {}, { follow: true });
    assert.match(never.text, /no email address/);
  });

  test('sends all that were given up again at once', async () => {
    const ids = [await put(), await put()];
    for (const id of ids) await set(id, { state: 'given-up', problem: 'time-over' });
    const { text } = await administrator.get(`${PATH}?state=given-up`);
    assert.match(text, /Send those that were given up again/);
    await administrator.post(`${PATH}/again`, {});
    for (const id of ids) assert.equal(await stateOf(id), 'waiting');
  });

  test('tells on the page of a person, and of what was written about, that a message did not arrive', async () => {
    const { organisation } = administrator;
    const person = await site.within(organisation, async ({ db }) => {
      const at = { created_at: site.clock.now(), changed_at: site.clock.now() };
      const olwen = { name: 'Olwen Fenn', email: 'olwen.fenn@ashmere.example', kind: 'staff', ...at };
      return (await db.insertInto('people').values(olwen).returning('id').executeTakeFirstOrThrow()).id;
    });
    const page = async () => (await administrator.get(`/directory/people/${person}`)).text;
    const about = { kind: 'request-message', id: '0190aaaa-0000-4000-8000-000000000001' };
    const id = await put({ person, about });
    assert.doesNotMatch(await page(), /did not arrive/);
    await set(id, { state: 'refused', problem: 'recipient' });
    assert.match(
      await page(),
      /The last message to Olwen Fenn did not arrive\. The server does not know this address/,
    );
    const fates = await site.within(organisation, within =>
      fatesAbout(within, about.kind, [about.id, person]),
    );
    assert.deepEqual(
      [...fates].map(([of, { text }]) => [of, text]),
      [[about.id, 'Refused']],
    );
    site.clock.advance({ minutes: 1 });
    await put({ person });
    assert.doesNotMatch(await page(), /did not arrive/);
  });

  test('says that words were removed, some time after a message was settled', async () => {
    const id = await put();
    await set(id, { state: 'accepted' });
    const forget = site.capabilities
      .flatMap(({ timed = [] }) => timed)
      .find(({ name }) => name === 'forget-mail')!;
    const { organisation } = administrator;
    const run = (days: number) =>
      forget.job.run(
        { at: site.clock.now().toString() },
        {
          organisation,
          clock: { now: () => site.clock.now().add({ hours: 24 * days }) },
          stopping: new AbortController().signal,
          within: work => site.within(organisation, work),
        },
      );
    await run(89);
    assert.match((await administrator.get(`${PATH}/${id}`)).text, /Good morning/);
    await run(91);
    assert.match((await administrator.get(`${PATH}/${id}`)).text, /Its words were removed/);
  });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askedOn } from '../support/asked.ts';
import { cameIn } from '../support/came-in.ts';
import { runTimed } from '../support/run-timed.ts';
import { type Person, testSite } from '../support/site.ts';

/**
 * A message that did not arrive asked nobody: whoever is named for it hears that, and not that somebody was silent; and
 * once it can arrive it goes anew. The clock is moved; what the mail server says of each message is set by hand.
 */
const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);

let with_: ReturnType<typeof askedOn>;
let organisation: string;
const people: Record<string, string> = {};

before(async () => {
  const editor = await site.person({ role: 'editor' });
  organisation = editor.organisation;
  with_ = askedOn(site, organisation);
  Object.assign(people, await with_.team('Mae Lund', ['Jo Reed', 'Kit Marsh', 'Pat Holm']));
});

const day = (date: string) => runTimed(site, `${date}T10:00:00Z`);

/** What became of the last message to somebody. */
const became = (to: string, state: string, problem: string | null = null) =>
  site.within(organisation, async ({ db }) => {
    const last = db
      .selectFrom('messages')
      .select('id')
      .where('to_name', '=', to)
      .orderBy('put_at', 'desc')
      .limit(1);
    const set = { state, problem, settled_at: site.clock.now() };
    const done = await db
      .updateTable('messages')
      .set(set)
      .where('id', '=', last)
      .returning(['id', 'message_header_id as header'])
      .executeTakeFirstOrThrow();
    return done.id;
  });

const subjects = async (to: string) =>
  (await with_.messages(to)).map(({ subject }) => subject.split(': ')[1]);
const asEditor = (): Promise<Person> => site.person({ role: 'lead', organisation });

test('a refused address: the manager is told the day after, the request says so, and nobody is called silent', async () => {
  const request = await with_.ask({
    of: { person: people.jo! },
    what: 'Was the panel held?',
    by: '2025-06-05',
  });
  await day('2025-06-02');
  await became('Jo Reed', 'refused', 'recipient');
  await day('2025-06-03');
  assert.deepEqual(await subjects('Mae Lund'), ['Jo Reed was not reached']);
  assert.match(
    (await with_.messages('Mae Lund')).at(-1)!.text!,
    /A message to Jo Reed did not arrive, so they have not been asked: Was the panel held\?/,
  );
  await became('Mae Lund', 'accepted');
  for (const date of ['2025-06-05', '2025-06-09', '2025-06-12', '2025-06-16', '2025-06-20']) await day(date);
  assert.equal((await with_.messages('Jo Reed')).length, 1, 'nothing goes to an address that takes nothing');
  assert.equal((await subjects('Mae Lund')).length, 1, 'told once, and never that Jo was silent');
  const lead = await asEditor();
  const page = await lead.get(`/asking/${request}`);
  assert.match(page.text, /The message to Jo Reed did not arrive, so they have not been asked/);
  assert.match(page.text, /The server does not know this address/);
  assert.match(page.text, /Put their address right.*Ask somebody else.*Try the same address again/);
  const list = await lead.get('/asking?show=undelivered');
  assert.match(list.text, /Was the panel held\?.*The message did not arrive; Mae Lund was told/);
  assert.match(
    (await lead.get(`/asking/people/${people.jo}`)).text,
    /last message to Jo Reed did not arrive/,
  );
});

test('with another address it goes anew, and silence counts from then', async () => {
  await site.within(organisation, ({ db }) =>
    db.updateTable('people').set({ email: 'jo@new.example' }).where('id', '=', people.jo!).execute(),
  );
  await day('2025-06-23');
  const last = (await with_.messages('Jo Reed')).at(-1)!;
  assert.deepEqual([last.address, (await with_.messages('Jo Reed')).length], ['jo@new.example', 2]);
  assert.match(last.text!, /Was the panel held\?\n {3}\(new, was due/);
  await became('Jo Reed', 'accepted');
  await day('2025-06-24');
  assert.equal((await subjects('Mae Lund')).length, 1);
  await day('2025-06-30');
  assert.equal((await subjects('Mae Lund')).at(-1), 'Jo Reed has not answered');
});

test('what nobody took for two days is told and goes anew by itself', async () => {
  await with_.ask({ of: { person: people.kit! }, what: 'Is the leaflet out?', by: '2025-07-31' });
  await day('2025-07-01');
  await became('Kit Marsh', 'given-up', 'time-over');
  await became('Mae Lund', 'accepted');
  await day('2025-07-03');
  assert.equal((await with_.messages('Kit Marsh')).length, 2);
  assert.match(
    (await with_.messages('Mae Lund')).at(-1)!.text!,
    /A message to Kit Marsh could not be delivered for two days, and is sent again/,
  );
});

test('one that a server sent back counts alike; tried again at the same address it goes anew', async () => {
  const request = await with_.ask({ of: { person: people.pat! }, what: 'Is it booked?', by: '2025-07-31' });
  await day('2025-07-07');
  const message = await became('Pat Holm', 'accepted');
  await site.within(organisation, ({ db }) =>
    db
      .updateTable('messages')
      .set({ message_header_id: `<${message}@ashmere.example>` })
      .where('id', '=', message)
      .execute(),
  );
  const report = {
    address: 'pat.holm@ashmere.example',
    action: 'failed',
    status: '5.2.2',
    said: 'full',
  } as const;
  await cameIn(site, organisation, {
    kind: 'bounce',
    answers: [`${message}@ashmere.example`],
    reports: [report],
  });
  await day('2025-07-08');
  assert.equal((await subjects('Mae Lund')).at(-1), 'Pat Holm was not reached');
  const lead = await asEditor();
  const page = await lead.get(`/asking/${request}`);
  assert.match(page.text, /so they have not been asked\. The mailbox is full/);
  assert.match(page.text, /Came back\s*The mailbox is full\.\s*Could not be delivered/);
  const administrator = await site.person({ role: 'administrator', organisation });
  const outbox = await administrator.get(`/organisation/outbox/${message}`);
  assert.ok(outbox.dom.querySelector(`main a[href="/asking/${request}"]`), 'leads to what it asked');
  assert.ok(outbox.dom.querySelector(`main a[href="/directory/people/${people.pat}"]`), 'and to whom');
  const reply = outbox.dom.querySelector('main a[href^="/organisation/replies/"]')!.getAttribute('href')!;
  const back = await lead.get(reply);
  assert.match(back.text, /what our message asked counts as not asked/);
  assert.ok(back.dom.querySelector(`main a[href="/asking/${request}"]`));
  const again = await lead.post(`/asking/${request}/again`, {}, { follow: true });
  assert.match(again.text, /It goes with their next message/);
  assert.doesNotMatch(again.text, /so they have not been asked/);
  await day('2025-07-09');
  assert.equal((await with_.messages('Pat Holm')).length, 2);
  await day('2025-07-10');
  assert.equal((await with_.messages('Pat Holm')).length, 2);
});

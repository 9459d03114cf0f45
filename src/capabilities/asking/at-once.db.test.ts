import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askedOn, linkIn, YES_OR_NO } from '../../../tests/support/asked.ts';
import { testSite } from '../../../tests/support/site.ts';
import { askAtOnce } from './actions/ask-at-once.ts';
import { writeDailyMessages } from './actions/daily-messages.ts';
import { ask } from './index.ts';
import type { RequestKind } from './kind.ts';

const site = await testSite({ now: '2025-06-07T21:00:00Z' }); // a Saturday night
after(site.close);

let organisation: string;
let with_: ReturnType<typeof askedOn>;
before(async () => {
  organisation = await site.organisation('Borough of Ashmere');
  with_ = askedOn(site, organisation);
});

const kinds: RequestKind[] = [
  { kind: 'notice', title: 'An incident', urgent: 'Who must be told at night is told at night.' },
  { kind: 'other', title: 'Something else' },
];
const parts = { url: 'http://localhost', kinds };

const urgently = (kind: string, person: string) => {
  const by = Temporal.PlainDate.from('2025-06-09');
  const request = { kind, of: { person }, what: 'Are you told?', by, choices: YES_OR_NO, urgent: true };
  return site.within(organisation, async within => {
    const made = await ask(within, request, site.clock.now());
    assert.ok('request' in made);
    return made.request;
  });
};
const sendAtOnce = (request: string) =>
  site.within(organisation, within => askAtOnce(within, request, site.clock.now(), parts));

test('what is named as urgent goes at night, once, and is reminded of like anything else', async () => {
  const request = await urgently('notice', await with_.person({ name: 'Jo Reed' }));
  await sendAtOnce(request);
  await sendAtOnce(request);
  const [message, ...more] = await with_.messages('Jo Reed');
  assert.deepEqual(
    [message?.kind, message?.subject],
    ['urgent-request', 'Borough of Ashmere needs an answer from you now'],
  );
  assert.equal(more.length, 0);
  assert.equal((await site.visitor().get(linkIn(message))).status, 200);
  const monday = Temporal.Instant.from('2025-06-09T09:00:00Z');
  await site.within(organisation, within => writeDailyMessages(within, monday, parts));
  assert.deepEqual(
    (await with_.messages('Jo Reed')).map(({ kind }) => kind),
    ['urgent-request', 'daily-message'],
  );
});

test('a kind that names no reason waits for the daily message, whatever is asked for', async () => {
  const request = await urgently('other', await with_.person({ name: 'Kit Marsh' }));
  await sendAtOnce(request);
  assert.deepEqual(await with_.messages('Kit Marsh'), []);
});

test('the same thing is asked once', async () => {
  const person = await with_.person({ name: 'Pat Holm' });
  const once = { of: { person }, what: 'Was it held?', by: '2025-06-20', once: 'panel of June' };
  assert.equal(await with_.ask(once), await with_.ask(once));
  const nobody = {
    of: { person: '00000000-0000-4000-8000-000000000000' },
    what: 'Anyone?',
    by: '2025-06-20',
  };
  await assert.rejects(with_.ask(nobody), /not-found/);
});

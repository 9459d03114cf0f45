import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn, linkIn } from '../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../tests/support/kept-and-asked.ts';
import { runTimed } from '../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const { organisation } = editor;
const people = askedOn(site, organisation);
const { keep, became } = promisesKeptOn(site, organisation);

/** Somebody with an owner of their own, to whom nothing else of these tests goes. */
async function keeper(name: string) {
  const person = await people.person({ name });
  return { name, owner: await people.owner(name, person) };
}

/** The morning of a day: what comes by the clock, from the night on. */
const morning = async (day: string) => {
  await runTimed(site, `${day}T04:00:00Z`);
  await runTimed(site, `${day}T09:05:00Z`);
};

const lastTo = async (name: string) => (await people.messages(name)).at(-1);

async function answer(name: string, sent: Record<string, string | string[]>) {
  const link = linkIn(await lastTo(name));
  const phone = site.visitor();
  const page = await phone.get(link);
  const action = page.dom.querySelector('form[enctype]')!.getAttribute('action')!;
  const done = await phone.upload(action, [], sent);
  await site.runJobs();
  return { page, done, phone, action };
}

test('whoever keeps a promise is asked ahead of it, told what counts, and says yes in one tap', async () => {
  const { name, owner } = await keeper('Jo Reed');
  const { promise } = await keep({
    owner,
    what: 'Hold a ward panel',
    line: { measure: 'Notes are on the web site' },
    dates: [{ from: '2025-04-01', by: '2025-06-30' }],
  });
  await morning('2025-06-20');
  assert.equal(await lastTo(name), undefined);
  await morning('2025-06-23');
  const message = await lastTo(name);
  assert.match(message!.subject, /1 thing to answer/);
  assert.match(
    message!.text!,
    /1\. Has this been done\?\n {3}\(new, by Monday 30 June 2025\)\n {3}- Hold a ward panel, between 1 April 2025 and 30 June 2025\n {3}What counts as done: Notes are on the web site/,
  );
  const { page, done } = await answer(name, { choice: 'done', note: '14 came', attendance: '14' });
  assert.match(page.text, /What counts as done: Notes are on the web site/);
  assert.equal(done.status, 303);
  assert.deepEqual(await became(promise), ['2025-06-30 met on 2025-06-23']);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn, linkIn } from '../../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../../tests/support/kept-and-asked.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T09:00:00Z' });
after(site.close);
const { organisation } = await site.person({ role: 'editor' });
const people = askedOn(site, organisation);
const { keep, became } = promisesKeptOn(site, organisation);

/** Somebody who is written to in Welsh is asked about wards, and has the link. */
async function askedInWelsh(name: string, what: string, [on, by]: [string, string]) {
  const owner = await people.owner(name, await people.person({ name, language: 'cy' }));
  const each = ['Harbour', 'Northfield'];
  const { promise } = await keep({ owner, what, each, dates: [{ by }] });
  await runTimed(site, `${on}T04:00:00Z`);
  await runTimed(site, `${on}T09:05:00Z`);
  return { promise, link: linkIn((await people.messages(name)).at(-1)) };
}

test('whoever is written to in Welsh is asked in Welsh, told in Welsh what is wrong, and thanked in Welsh', async () => {
  const { promise, link } = await askedInWelsh('Elin Rhys', 'Hold a ward panel', [
    '2025-06-23',
    '2025-06-30',
  ]);
  const phone = site.visitor();
  const page = await phone.get(link);
  assert.equal(page.dom.querySelector('html')!.getAttribute('lang'), 'cy');
  assert.match(page.dom.querySelector('h1')!.textContent, /^A yw’r rhain i gyd wedi’u gwneud\?/);
  assert.doesNotMatch(page.text, /Have these|asked by|answer by|\{\w+\}/);
  const plan = page.dom.querySelectorAll('[lang=en]').map(one => one.textContent.trim());
  assert.ok(plan.includes('Hold a ward panel'), 'the words of the plan are said to be English');

  const action = page.dom.querySelector('form[enctype]')!.getAttribute('action')!;
  const nothing = await phone.upload(action, [], {});
  assert.equal(nothing.status, 422);
  assert.equal(nothing.dom.querySelector('html')!.getAttribute('lang'), 'cy');
  assert.match(nothing.dom.querySelector('title')!.textContent, /^Gwall: /);

  const done = await phone.upload(action, [], { choice: 'done' });
  const thanks = await phone.get(done.location!);
  assert.equal(thanks.dom.querySelector('html')!.getAttribute('lang'), 'cy');
  assert.match(thanks.text, /Diolch\. Mae eich ateb wedi’i gadw\./);
  await site.runJobs();
  assert.deepEqual(await became(promise), [
    '2025-06-30 Harbour met on 2025-06-23',
    '2025-06-30 Northfield met on 2025-06-23',
  ]);
});

test('there is a way to English and back, and what is over says so in both', async () => {
  const { link } = await askedInWelsh('Gwen Parri', 'Walk the estate', ['2025-07-24', '2025-07-31']);
  const phone = site.visitor();
  const to = async (page: Awaited<ReturnType<typeof phone.get>>, name: string) => {
    const found = page.dom.querySelectorAll('a').find(one => one.textContent.trim() === name);
    return phone.get(found!.getAttribute('href')!);
  };
  const english = await to(await phone.get(link), 'English');
  assert.equal(english.dom.querySelector('html')!.getAttribute('lang'), 'en');
  assert.match(english.text, /Have these 2 been done\?/);
  assert.match(english.dom.querySelector('form[enctype]')!.getAttribute('action')!, /lang=en/);
  const welsh = await to(english, 'Cymraeg');
  assert.equal(welsh.dom.querySelector('html')!.getAttribute('lang'), 'cy');
  const over = await phone.get(`${link}x`);
  assert.match((await to(over, 'Cymraeg')).dom.querySelector('html')!.getAttribute('lang')!, /cy/);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysSeries, stagedPromise } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-05-20T09:00:00Z' });
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const olive = await site.person({ role: 'owner', name: 'Olive Marl' });
const administrator = await site.person({ role: 'administrator', name: 'Moss Heath' });
const stranger = await site.person({
  role: 'editor',
  organisation: await site.organisation('Elsewhere'),
  name: 'Sam Stone',
});

const idsOf = async (promise: string) => {
  const rows = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('occurrences').select('id').where('promise_id', '=', promise).orderBy('first_by').execute(),
  );
  return rows.map(({ id }) => id);
};

async function due(...days: string[]): Promise<{ promise: string; ids: string[] }> {
  const now = site.clock.now();
  const { promise } = await site.within(ada.organisation, inside =>
    stagedPromise(inside, { series: daysSeries(...days), now, what: 'Street briefings', from: '2025-05-01' }),
  );
  await site.runJobs();
  return { promise, ids: await idsOf(promise) };
}

const TODAY = { 'done-day': '20', 'done-month': '5', 'done-year': '2025' };

test('of many it is said once, each in time; one evidence stands for all, and all is taken back at once', async () => {
  const { ids } = await due('2025-05-06', '2025-05-13', '2025-05-20', '2025-05-27');
  const asked = await ada.post('/occurrences/settle', { occurrence: ids });
  assert.match(asked.text, /What became of 4 dates\?.*Each in time.*Street briefings, 6 May 2025/);
  const said = {
    step: 'said',
    occurrence: ids.slice(0, 3),
    said: 'done',
    when: 'in-time',
    note: 'All of May',
  };
  const { location } = await ada.post('/occurrences/settle', { ...TODAY, ...said });
  const kept = await ada.get(location!);
  assert.match(
    kept.text,
    /What was said of 3 dates.*6 May 2025 Met on 6 May 2025.*13 May 2025 Met.*20 May 2025 Met/,
  );
  assert.match(
    (await ada.get(`/occurrences/${ids[0]}`)).text,
    /All of May.*stands for 2 other dates as well/,
  );
  await ada.upload(`${location}/files`, { name: 'rota.txt', content: 'Who stood where' });
  assert.match((await ada.get(`/occurrences/${ids[1]}`)).text, /rota\.txt/);
  const listed = await ada.get(location!);
  assert.match(listed.text, /What shows it ?rota\.txt/);
  const [file, ...others] = listed.dom.querySelectorAll('a[href*="/files/"]');
  assert.equal(others.length, 0);
  assert.equal((await ada.get(file!.getAttribute('href')!)).status, 200);
  assert.equal((await olive.post(`${location}/undo`)).status, 403);
  await ada.post(`/occurrences/${ids[2]}/undo`);
  assert.match(
    (await ada.get(location!)).text,
    /What was said of 3 dates.*6 May 2025 Met.*13 May 2025 Met.*took this back on .*20 May 2025 Due now/,
  );
  await ada.post(`${location}/undo`);
  const taken = await ada.get(location!);
  assert.match(
    taken.text,
    /took this back on .*took these back on \d+ \w+ 2025.*6 May 2025 Missed.*13 May 2025/,
  );
  assert.doesNotMatch(taken.text, /rota\.txt|you can take it back/);
  const again = await ada.get((await ada.post(`${location}/undo`)).location!);
  assert.match(again.text, /All of it was taken back before/);
  const { text } = await ada.get(`/occurrences/${ids[0]}`);
  assert.match(text, /Missed: nobody has said/);
  assert.doesNotMatch(text, /All of May.*Nothing yet/);
});

test('what is not there, not open or not theirs is not asked about', async () => {
  const { ids } = await due('2025-05-20');
  for (const who of [olive, stranger]) {
    const { location } = await who.post('/occurrences/settle', { occurrence: ids });
    assert.equal(location, '/occurrences');
  }
  assert.match((await ada.post('/occurrences/settle', {})).location ?? '', /^\/occurrences$/);
  const many = Array.from(
    { length: 501 },
    (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  );
  await ada.post('/occurrences/settle', { occurrence: many });
  assert.match((await ada.get('/occurrences')).text, /at most 500 dates/);
});

test('what is missing is said, with the ticks and answers still there', async () => {
  const { ids } = await due('2025-05-20', '2025-05-21');
  const wrong = await ada.post('/occurrences/settle', {
    ...{ step: 'said', occurrence: ids, said: 'excused', note: 'Storm' },
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Say why, in a sentence/);
  assert.equal(wrong.dom.querySelectorAll('input[name=occurrence][checked]').length, 2);
  assert.equal(wrong.dom.querySelector('#note')?.text.trim(), 'Storm');
});

test('one date is moved and moved back; the first date stays in sight', async () => {
  const { ids } = await due('2025-05-27');
  const at = `/occurrences/${ids[0]}`;
  const form = await ada.get(`${at}/move`);
  const version = form.dom.querySelector('input[name=version]')!.getAttribute('value')!;
  const to = (day: string, last: string) => ({
    ...{ 'from-day': day, 'from-month': '6', 'from-year': '2025' },
    ...{ 'by-day': last, 'by-month': '6', 'by-year': '2025' },
  });
  const wrong = await ada.post(`${at}/move`, { version, ...to('4', '3'), at: 'half', why: '' });
  assert.match(wrong.text, /Enter a time, like 6:30pm.*Say why/);
  assert.match(
    (await ada.post(`${at}/move`, { version, ...to('4', '3'), why: 'Hall' })).text,
    /not before the first/,
  );
  await ada.post(`${at}/move`, { version, ...to('3', '3'), at: '6.30pm', why: 'The hall is taken' });
  const { text, dom } = await ada.get(at);
  assert.match(text, /Due 3 June 2025 at 6:30pm.*The hall is taken.*First due 27 May 2025/);
  assert.ok(dom.querySelector(`a[href="${at}/move"]`));
  await ada.post(`${at}/move-back`, { version: `${Number(version) + 1}` });
  assert.doesNotMatch((await ada.get(at)).text, /First due/);
  assert.equal((await olive.get(`${at}/move`)).status, 403);
});

test('a whole promise is postponed, in sight, and taken up again', async () => {
  const { promise, ids } = await due('2025-05-27', '2025-07-08');
  const at = `/promises/${promise}/postpone`;
  assert.match((await ada.post(at, { version: '1' })).text, /Enter the day until which.*Say why/);
  const until = { 'until-day': '1', 'until-month': '7', 'until-year': '2025' };
  await ada.post(at, { version: '1', ...until, why: 'The team moves' });
  assert.match(
    (await ada.get(`/occurrences/${ids[0]}`)).text,
    /Postponed\. The whole promise is postponed.*The team moves/,
  );
  assert.match((await ada.get(at)).text, /Postponed until 1 July 2025/);
  await ada.post(`${at}/end`, { version: '2' });
  assert.match((await ada.get(`/occurrences/${ids[0]}`)).text, /Planned\./);
});

test('somebody with a part of one plan says what became of its dates, alone and many at once, and of no other plan’s', async () => {
  const own = await due('2025-05-20', '2025-05-21', '2025-05-22');
  const other = await due('2025-05-20');
  const { organisation } = ada;
  const gus = await site.person({ organisation, part: true, name: 'Gus Reed' });
  const [{ plan_id } = { plan_id: '' }] = await site.within(organisation, ({ db }) =>
    db.selectFrom('promises').select('plan_id').where('id', '=', own.promise).execute(),
  );
  await administrator.post(`/plans/${plan_id}/permissions`, { email: gus.account.email, role: 'editor' });
  const [alone, ...both] = own.ids;
  const at = `/occurrences/${alone}`;
  assert.equal((await gus.upload(`${at}/settle`, [], { ...TODAY, said: 'done' })).location, at);
  assert.equal((await gus.get(`/occurrences/${other.ids[0]}`)).status, 404);
  const said = {
    step: 'said',
    occurrence: [...both, ...other.ids],
    said: 'not-done',
    'why-not-done': 'Rain',
  };
  const { location } = await gus.post('/occurrences/settle', said);
  const { text } = await gus.get(location!);
  assert.match(text, /What was said of 2 dates/);
  assert.equal((await gus.post(`${location}/undo`)).location, '/occurrences');
});

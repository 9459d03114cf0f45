import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { personIn } from '../../../../../tests/support/people.ts';
import { JPEG } from '../../../../../tests/support/pictures.ts';
import { daysSeries, stagedPromise } from '../../../../../tests/support/promises.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { ownerMeaning } from '../../../organisations/index.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const ben = await site.person({ role: 'editor', name: 'Ben Reed' });
const viewer = await site.person({ role: 'viewer', name: 'Vera Sedge' });
const olive = await site.person({ role: 'owner', name: 'Olive Marl' });
const stranger = await site.person({ organisation: await site.organisation('Elsewhere'), name: 'Sam Stone' });

/** The addresses of what is due on these days. */
async function due(
  days: string[],
  more: Partial<Parameters<typeof stagedPromise>[1]> = {},
): Promise<string[]> {
  const { promise } = await site.within(ada.organisation, inside =>
    stagedPromise(inside, {
      series: daysSeries(...days),
      now: site.clock.now(),
      phrase: 'Each May',
      ...more,
    }),
  );
  await site.runJobs();
  const rows = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('occurrences').select('id').where('promise_id', '=', promise).orderBy('first_by').execute(),
  );
  return rows.map(({ id }) => `/occurrences/${id}`);
}

const TODAY = { 'done-day': '6', 'done-month': '5', 'done-year': '2025' };
const say = (who: Person, at: string, fields: Record<string, string>) =>
  who.upload(`${at}/settle`, [], { ...TODAY, ...fields });

test('what was promised, for when and by whom stands there, and a viewer says nothing of it', async () => {
  const [at] = await due(['2025-05-20']);
  const { text, dom } = await viewer.get(at!);
  assert.match(
    text,
    /Hold ward panels.*Planned\. It is due on 20 May 2025, in 14 days.*“Each May”.*Who does it Nobody yet/,
  );
  assert.equal(dom.querySelector('form[action$="/settle"]'), null);
  assert.equal((await stranger.get(at!)).status, 404);
  assert.equal((await viewer.get('/occurrences/not-one')).status, 404);
});

test('in a minute: it was done, with what shows it', async () => {
  const [at] = await due(['2025-05-06']);
  const fields = { said: 'done', ...TODAY, note: 'Twelve came', attendance: '12' };
  const sent = await ada.upload(`${at}/settle`, { name: 'panel.jpg', content: JPEG }, fields);
  assert.equal(sent.location, at);
  const { text, dom } = await viewer.get(at!);
  assert.match(text, /Met on 6 May 2025\..*Twelve came.*panel\.jpg.*12 people came · Ada Marsh/);
  const file = dom.querySelector('a[download]')!.getAttribute('href')!;
  assert.equal((await viewer.get(file)).headers['content-type'], 'image/jpeg');
  assert.equal((await stranger.get(file)).status, 404);
});

test('what is missing is said at its field, and what was typed stays', async () => {
  const [at] = await due(['2025-05-06']);
  const nothing = await say(ada, at!, { note: 'Twelve came' });
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Choose what became of it/);
  assert.equal(nothing.dom.querySelector('#note')?.text.trim(), 'Twelve came');
  assert.match((await say(ada, at!, { said: 'excused' })).text, /Say why, in a sentence/);
  assert.match((await say(ada, at!, { said: 'done', 'done-day': '7' })).text, /not in the future/);
  assert.match((await say(ada, at!, { said: 'done', attendance: 'many' })).text, /Enter a whole number/);
});

test('whoever comes second is told who was first; taken back, it is open again', async () => {
  const [at] = await due(['2025-05-06']);
  await say(ada, at!, { said: 'done' });
  const second = await say(ben, at!, { said: 'not-done', 'why-not-done': 'Rain', note: 'We met on Tuesday' });
  assert.match(
    (await ben.get(second.location!)).text,
    /Ada Marsh was first: “Met”.*What you had to show was added.*We met on Tuesday/,
  );
  await ben.post(`${at}/undo`);
  assert.match((await ben.get(at!)).text, /Due now\. Today is its last day\./);
});

test('an owner says what became of what they do, and of nothing else', async () => {
  const [at] = await due(['2025-05-06']);
  assert.equal((await say(olive, at!, { said: 'done' })).status, 403);
  const person = await personIn(site, ada.organisation, { name: 'Olive Marl', account: olive.account.id });
  const now = site.clock.now();
  const { id: owner } = await site.within(ada.organisation, inside =>
    ownerMeaning(inside, { kind: 'person', id: person }, now),
  );
  const [theirs] = await due(['2025-05-06'], { owner });
  assert.equal((await say(olive, theirs!, { said: 'done' })).location, theirs);
});

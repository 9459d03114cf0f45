import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { stagedPromise } from '../../../../tests/support/promises.ts';
import { type Person, testSite } from '../../../../tests/support/site.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { SetOffBy } from '../promise.ts';
import { happenings } from '../queries/happenings.ts';
import { followCalendars } from './follow-calendars.ts';

const site = await testSite({ now: '2026-03-02T09:00:00Z' });
after(site.close);
const editor: Person = await site.person({ role: 'editor' });
const within = <T>(work: (inside: Within) => Promise<T>) => site.within(editor.organisation, work);

const kept = (what: string, trigger: string, setOffBy: SetOffBy) =>
  within(inside =>
    stagedPromise(inside, {
      what,
      series: { kind: 'triggered', trigger, limit: 'P2D' },
      setOffBy,
      now: site.clock.now(),
    }),
  );
await kept('Tell residents', 'a rise in complaints', 'figure');
await kept('Tell the museum', 'a rise in visitors', 'figure');
await kept('Publish what was decided', 'a decision', 'decision');

/** "title: due", the last first. */
const told = () =>
  within(async inside => (await happenings(inside, 1)).map(({ title, due }) => `${title}: ${due}`));

async function figures(...rows: string[]): Promise<void> {
  const content = ['Figure,Day,Value', ...rows].join('\n');
  const { location } = await editor.upload('/happenings/figures/import', { name: 'figures.csv', content });
  const done = await editor.post(`${location}/confirm`);
  assert.equal(done.status, 303);
}

test('a figure sets off what waits for it, once for each row, and years of old ones set nothing off', async () => {
  await figures('Complaints about noise,31/01/2026,30', 'Complaints about noise,31/12/2025,90');
  const { dom } = await editor.get('/happenings/rules');
  const figure = dom.querySelectorAll('#figure option')[1]!.getAttribute('value')!;
  const rule = { figure, way: 'above', amount: '40' };
  await editor.post('/happenings/rules/figures', { figure, way: 'rise', amount: '20' });
  assert.equal((await editor.post('/happenings/rules/figures', rule)).status, 303);
  assert.equal((await editor.post('/happenings/rules/figures', rule)).status, 422);
  assert.deepEqual(await told(), []);
  const february = 'Complaints about noise,28/02/2026,43';
  await figures(february);
  await figures(february, 'Complaints about noise,30/11/2025,99');
  assert.deepEqual(await told(), [
    'Complaints about noise rose above 40 and rose by more than 20% from 30, to 43: 1',
  ]);
  await figures('Complaints about noise,31/03/2026,44');
  assert.equal((await told()).length, 1);
});

test('a cell that is no number, and two values of one day, are told before anything is stored', async () => {
  const content = 'Figure,Day,Value\nCalls,31/03/2026,many\nCalls,30/04/2026,1\ncalls,30/04/2026,2';
  const { location } = await editor.upload('/happenings/figures/import', { name: 'figures.csv', content });
  const { text } = await editor.get(location!);
  assert.match(text, /Enter a number/);
  assert.match(text, /Keep one of the two/);
});

test('entries of a calendar are recorded once they have begun, each once, and none from before', async () => {
  const made = await editor.post('/calendars/new', { name: 'Meetings', kind: 'meetings' });
  const calendar = made.location!.split('/').at(-1)!;
  await within(({ db }) =>
    db
      .insertInto('calendar_entries')
      .values(
        [
          ['2026-03-01', null],
          ['2026-03-04', '19:00'],
          ['2026-03-05', null],
        ].map(([day, at], n) => ({
          calendar_id: calendar,
          uid: String(n),
          title: n === 2 ? 'Full council' : 'Cabinet',
          from_day: Temporal.PlainDate.from(day!),
          by_day: Temporal.PlainDate.from(day!),
          at: at ?? null,
          created_at: site.clock.now(),
          changed_at: site.clock.now(),
        })),
      )
      .execute(),
  );
  const rule = { calendar, called: 'cabinet', kind: 'decision' };
  assert.equal((await editor.post('/happenings/rules/calendars', rule)).status, 303);
  const follow = (now: string) => within(inside => followCalendars(inside, Temporal.Instant.from(now)));
  assert.equal(await follow('2026-03-04T18:59:00Z'), 0);
  assert.equal(await follow('2026-03-08T09:00:00Z'), 1);
  assert.equal(await follow('2026-03-08T10:00:00Z'), 0);
  assert.equal((await told())[0], 'Cabinet: 1');
});

test('a rule that is removed records nothing more, and what it recorded stays', async () => {
  const { dom } = await editor.get('/happenings/rules');
  for (const form of dom.querySelectorAll('td form'))
    assert.equal((await editor.post(form.getAttribute('action')!)).status, 303);
  assert.match((await editor.get('/happenings/rules')).text, /No calendar sets promises off yet/);
  assert.equal((await told()).length, 2);
  const viewer = await site.person({ role: 'viewer', organisation: editor.organisation });
  assert.equal((await viewer.get('/happenings/rules')).status, 200);
  assert.equal((await viewer.post('/happenings/rules/figures', {})).status, 403);
});

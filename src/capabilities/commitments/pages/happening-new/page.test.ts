import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { stagedPromise } from '../../../../../tests/support/promises.ts';
import { type Fields, testSite } from '../../../../../tests/support/site.ts';
import type { Series } from '../../../../timing/series/series.ts';
import type { SetOffBy } from '../../promise.ts';

const site = await testSite({ now: '2026-11-02T09:00:00Z' });
after(site.close);
const owner = await site.person({ role: 'owner', name: 'Olive Marl', marked: true });
const editor = await site.person({ role: 'editor', organisation: owner.organisation });
const viewer = await site.person({ role: 'viewer', organisation: owner.organisation });

const kept = (what: string, trigger: string, limit: string, setOffBy: SetOffBy) =>
  site.within(owner.organisation, inside => {
    const series: Series = { kind: 'triggered', trigger, limit };
    return stagedPromise(inside, { what, series, setOffBy, now: site.clock.now() });
  });

const boards = await kept('Tell the boards', 'an incident', 'PT4H', 'incident');
const soon = await kept('Tell the press', 'As soon as practicable', 'PT24H', 'incident');
const council = await kept('Tell the council', 'a decision', 'P2D', 'decision');

const SAID: Fields = {
  kind: 'incident',
  title: 'Burst water main in Old Town',
  note: '',
  time: '8.30am',
  'happened-day': '2',
  'happened-month': '11',
  'happened-year': '2026',
};

test('where nothing has happened, the list says how promises are set off', async () => {
  const { text, dom } = await viewer.get('/happenings');
  assert.match(text, /Nothing has been recorded yet/);
  assert.equal(dom.querySelector('main a[href="/happenings/new"]'), null);
  assert.equal((await viewer.get('/happenings/new')).status, 403);
  assert.equal((await viewer.post('/happenings', SAID)).status, 403);
});

test('the time is now until somebody says otherwise; what is wrong is said and the answers stay', async () => {
  const form = await owner.get('/happenings/new');
  assert.equal(form.dom.querySelector('#time')?.getAttribute('value'), '09:00');
  const wrong = await owner.post('/happenings', { ...SAID, title: '', time: 'late', 'happened-day': '31' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter what happened/);
  assert.match(wrong.text, /Enter the time it happened/);
  assert.match(wrong.text, /as a real date/);
  assert.equal(wrong.dom.querySelector('#time')?.getAttribute('value'), 'late');
  assert.equal((await owner.post('/happenings', { ...SAID, 'happened-year': '2031' })).status, 422);
});

test('what it sets off is shown ticked with when it is due, the others without, and nothing is recorded yet', async () => {
  const { dom, text } = await owner.post('/happenings', SAID);
  assert.match(text, /What does this set off\?/);
  const ticks = dom.querySelectorAll('input[name=promise]');
  const row = dom.querySelectorAll('tbody tr').find(one => one.innerHTML.includes(soon.promise));
  assert.match(row!.text, /An incident: the plan says only “As soon as practicable”/);
  const of = (promise: string) => ticks.find(tick => tick.getAttribute('value') === promise);
  assert.notEqual(of(boards.promise)?.getAttribute('checked'), undefined);
  assert.equal(of(council.promise)?.getAttribute('checked'), undefined);
  assert.match(text, /Tell the boards.*by 2 November 2026 at 12:30pm/);
  assert.match((await owner.get('/happenings')).text, /Nothing has been recorded yet/);
  const back = await owner.post('/happenings', { ...SAID, step: 'change' });
  assert.match(back.text, /On which day\?/);
});

test('it is recorded once though the form is sent twice, and its page leads to what is due', async () => {
  const check = await owner.post('/happenings', SAID);
  const once = check.dom.querySelector('input[name=once]')!.getAttribute('value')!;
  const sent = { ...SAID, step: 'record', once, promise: boards.promise };
  const first = await owner.post('/happenings', sent);
  const second = await owner.post('/happenings', sent);
  assert.equal(first.location, second.location);
  const { text, dom } = await viewer.get(first.location!);
  assert.match(text, /Burst water main.*Incident · 2 November 2026 at 8:30am · recorded by Olive Marl/);
  assert.match(text, /Tell the boards.*Once for all.*by 2 November 2026 at 12:30pm.*Due/);
  assert.equal(dom.querySelectorAll('main tbody td').length, 2);
  assert.equal(dom.querySelector('main form'), null);
  assert.match((await viewer.get('/happenings')).text, /Burst water main.*0 of 1 done, 1 open/);
});

test('what does not apply needs a tick and a reason, and counts as nothing', async () => {
  const made = await owner.post('/happenings', { ...SAID, step: 'record', promise: boards.promise });
  const page = await owner.get(made.location!);
  const occurrence = page.dom.querySelector('input[name=occurrence]')!.getAttribute('value')!;
  const refused = await owner.post(`${made.location}/does-not-apply`, { occurrence });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Enter why it does not apply/);
  await owner.post(`${made.location}/does-not-apply`, { occurrence, reason: 'It was in another borough.' });
  assert.match((await owner.get(made.location!)).text, /Did not apply.*It was in another borough/);
});

test('whoever neither recorded it nor does it lets nobody off', async () => {
  const made = await owner.post('/happenings', { ...SAID, step: 'record', promise: boards.promise });
  const other = await site.person({ role: 'owner', organisation: owner.organisation });
  const page = await owner.get(made.location!);
  const occurrence = page.dom.querySelector('input[name=occurrence]')!.getAttribute('value')!;
  assert.equal((await other.get(made.location!)).dom.querySelector('input[name=occurrence]'), null);
  const sent = { occurrence, reason: 'Not mine to say.' };
  assert.equal((await other.post(`${made.location}/does-not-apply`, sent)).status, 403);
  assert.doesNotMatch((await owner.get(made.location!)).text, /Did not apply/);
});

test('a mistake is undone with its reason by whoever recorded it, or an editor; the page says so for ever', async () => {
  const made = await owner.post('/happenings', { ...SAID, step: 'record', promise: boards.promise });
  const other = await site.person({ role: 'owner', organisation: owner.organisation });
  const undo = { version: '1', why: 'It was a drill.' };
  assert.equal((await other.post(`${made.location}/undo`, undo)).status, 403);
  assert.equal((await editor.post(`${made.location}/undo`, { version: '1', why: ' ' })).status, 422);
  await editor.post(`${made.location}/undo`, undo);
  const { text } = await viewer.get(made.location!);
  assert.match(text, /This was a mistake, as .* said on .*: It was a drill\./);
  assert.match(text, /Nothing is due for it/);
  assert.match(text, /Edwin Reed undid it as a mistake/);
});

test('an address that names nothing is not found', async () => {
  for (const name of ['x', '00000000-0000-4000-8000-000000000000'])
    assert.equal((await viewer.get(`/happenings/${name}`)).status, 404);
});

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite({ now: '2025-04-10T09:00:00Z' });
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });
const aPlan = (made = site.clock.now()) =>
  site.within(ada.organisation, within => createPlan(within, newPlan(), made));
const lineOf = async (plan: string, position: number) => {
  const rows = await site.within(ada.organisation, ({ db }) =>
    db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .where('position', '=', position)
      .execute(),
  );
  return rows[0]!.id;
};
const agree = (plan: string, fields: Record<string, string> = {}) =>
  ada.post(`/plans/${plan}/agreements`, {
    by: 'Cabinet',
    'on-day': '9',
    'on-month': '4',
    'on-year': '2025',
    edition: 'Second edition',
    version: 'day',
    ...fields,
  });
beforeEach(() => site.clock.set('2025-04-10T09:00:00Z'));

test('who agreed it and which version is shown, and that nothing was changed since', async () => {
  const plan = await aPlan();
  assert.equal((await agree(plan, { 'on-day': '10' })).location, `/plans/${plan}/governance`);
  const page = await viewer.get(`/plans/${plan}/governance`);
  assert.match(page.text, /Cabinet\s*10 April 2025/);
  assert.match(page.text, /Second edition\s*as it stood on 10 April 2025/);
  assert.match(page.text, /It is still what was agreed/);
  assert.match(page.text, /Ada Marsh recorded: agreement/);
});

test('what was changed since is counted, and shown line by line with the words before and after', async () => {
  const plan = await aPlan();
  await agree(plan, { 'on-day': '10' });
  site.clock.advance({ hours: 1 });
  const line = await lineOf(plan, 2);
  const form = await ada.get(`/plans/${plan}/lines/${line}/edit`);
  await sendForm(ada, form, { what: 'Train three spokespeople', state: 'in-progress' });
  assert.match((await viewer.get(`/plans/${plan}/governance`)).text, /Lines since: 1 changed/);
  const changes = await viewer.get(`/plans/${plan}/changes`);
  assert.match(changes.text, /Train spokespeople in broadcast interviews\s*→ to\s*Train three spokespeople/);
  assert.match(changes.text, /No state given\s*→ to\s*In progress/i);
});

test('a date that was read wrongly and put right is told apart from what was changed', async () => {
  const plan = await aPlan();
  await agree(plan, { 'on-day': '10' });
  site.clock.advance({ hours: 1 });
  const line = await lineOf(plan, 1);
  const form = await ada.get(`/plans/${plan}/lines/${line}/timing`);
  await sendForm(ada, form, { words: 'by 31 July 2025', reason: 'The author says so.' });
  assert.doesNotMatch((await viewer.get(`/plans/${plan}/governance`)).text, /Lines since/);
  const changes = await viewer.get(`/plans/${plan}/changes`);
  assert.equal(changes.dom.querySelector('caption')?.text, 'Lines whose dates are read otherwise');
  assert.match(changes.text, /Only read otherwise.*30 June 2025.*31 July 2025/);
});

test('a plan that was agreed before it was read here counts as agreed as it was read', async () => {
  const plan = await aPlan(Temporal.Instant.from('2025-04-08T09:00:00Z'));
  await agree(plan, { 'on-month': '3', 'on-day': '2' });
  assert.match((await viewer.get(`/plans/${plan}/governance`)).text, /as it stood on 8 April 2025/);
});

test('a day that is none, or has not come, and nobody named: said at their fields, and nothing is recorded', async () => {
  const plan = await aPlan();
  const wrong = await agree(plan, { by: ' ', 'on-month': '14' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter who agreed it/);
  assert.match(wrong.text, /Enter the day it was agreed as a real date/);
  assert.equal(wrong.dom.querySelector('#on-month')?.getAttribute('value'), '14');
  assert.match((await agree(plan, { 'on-year': '2031' })).text, /The day must be today or in the past/);
  assert.match(
    (await viewer.get(`/plans/${plan}/governance`)).text,
    /Nobody has been recorded as agreeing it/,
  );
});

test('whom it was shown to is recorded and taken back, and the history keeps both', async () => {
  const plan = await aPlan();
  await ada.post(`/plans/${plan}/showings`, {
    to: 'Scrutiny committee',
    'shown-day': '1',
    'shown-month': 'April',
    'shown-year': '2025',
  });
  const page = await ada.get(`/plans/${plan}/governance`);
  assert.match(page.text, /Scrutiny committee, 1 April 2025/);
  const id = page.dom.querySelector('form[action$=take-back] input[name=id]')!.getAttribute('value')!;
  await ada.post(`/plans/${plan}/governance/take-back`, { kind: 'showing', id });
  const now = await viewer.get(`/plans/${plan}/governance`);
  assert.match(now.text, /No meeting or person has been recorded/);
  assert.match(now.text, /took back: showing/);
  assert.match(now.text, /shown to Scrutiny committee on 1 April 2025/);
});

test('edition, period, owner and review are changed; a review that has passed is called overdue', async () => {
  const plan = await aPlan();
  const form = await ada.get(`/plans/${plan}/governance/edit`);
  const saved = await sendForm(ada, form, {
    edition: '2025/26',
    periodFrom: '1 April 2025',
    periodTo: 'March 2026',
    'nextReview-day': '1',
    'nextReview-month': '4',
    'nextReview-year': '2025',
  });
  assert.equal(saved.location, `/plans/${plan}/governance`);
  const page = await viewer.get(`/plans/${plan}/governance`);
  assert.match(page.text, /1 April 2025 to March 2026/);
  assert.match(page.text, /Overdue/);
  const wrong = await sendForm(ada, await ada.get(`/plans/${plan}/governance/edit`), { periodTo: '2024' });
  assert.match(wrong.text, /The end of the period must be after its start/);
});

test('what somebody else changed meanwhile is not overwritten', async () => {
  const plan = await aPlan();
  const [first, second] = [
    await ada.get(`/plans/${plan}/governance/edit`),
    await ada.get(`/plans/${plan}/governance/edit`),
  ];
  await sendForm(ada, first, { edition: 'First' });
  const late = await sendForm(ada, second, { edition: 'Second' });
  assert.equal(late.status, 409);
  assert.equal(late.dom.querySelector('#edition')?.getAttribute('value'), 'Second');
});

test('viewers see and may not change', async () => {
  const plan = await aPlan();
  assert.equal((await viewer.get(`/plans/${plan}/governance/edit`)).status, 403);
  assert.equal((await viewer.post(`/plans/${plan}/showings`, { to: 'x' })).status, 403);
  assert.match((await viewer.get(`/plans/${plan}/changes`)).text, /It is still what was read/);
  const other = 'f6e6f09c-17ba-4a5c-8f43-0e4e7a0f4f4a';
  assert.equal((await viewer.get(`/plans/${plan}/changes?since=${other}`)).status, 404);
});

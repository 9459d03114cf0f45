import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fieldsOf, sendForm } from '../../../../../tests/support/filled-form.ts';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });
const aPlan = (title = 'Ashmere communications action plan') =>
  site.within(ada.organisation, within => createPlan(within, newPlan({ title }), site.clock.now()));

let made = 0;
async function aPriority(name = `Safer streets ${++made}`): Promise<{ name: string; href: string }> {
  const added = await ada.post('/priorities', {
    kind: 'priority',
    name,
    portfolio: 'Community safety',
    detail: '',
  });
  return { name, href: added.location! };
}

/** Ticks so many of the lines of a plan that are for nothing, and links them. */
async function linkLines(plan: string, href: string, many: number): Promise<void> {
  const page = await ada.get(`/priorities/unserved?plan=${plan}`);
  const line = page.dom
    .querySelectorAll('input[name=line]')
    .slice(0, many)
    .map(tick => tick.getAttribute('value')!);
  const linked = await ada.post('/priorities/links', { plan, line, priority: href.split('/').at(-1)! });
  assert.equal(linked.status, 303);
}

test('an empty register teaches what it is for', async () => {
  const other = await site.person({ organisation: await site.organisation('Elsewhere') });
  const page = await other.get('/priorities');
  assert.match(page.text, /what is done for nothing anybody wants/);
  assert.ok(page.dom.querySelector('a[href="/priorities/new"]'));
});

test('a priority is added, and its name is taken from then on', async () => {
  const { name, href } = await aPriority();
  assert.match((await viewer.get(href)).text, new RegExp(`${name}.*Community safety.*No line is for it yet`));
  const again = await ada.post('/priorities', {
    kind: 'priority',
    name: name.toUpperCase(),
    portfolio: '',
    detail: 'kept',
  });
  assert.equal(again.status, 422);
  assert.match(again.text, /The register has one of this name already/);
  assert.equal(again.dom.querySelector('#detail')?.text.trim(), 'kept');
  assert.equal(
    (await ada.post('/priorities', { kind: 'message', name, portfolio: '', detail: '' })).status,
    303,
  );
});

test('lines that are for nothing are found, linked many at once, and counted', async () => {
  const [plan, { name, href }] = [await aPlan('A plan with much to do'), await aPriority()];
  await linkLines(plan, href, 3);
  const page = await viewer.get(href);
  assert.equal(page.dom.querySelectorAll('#lines ~ .cg-scroll tbody tr, .cg-scroll tbody tr').length, 3);
  assert.match(page.text, /A plan with much to do\s*3 lines/);
  assert.match((await viewer.get(`/priorities/unserved?plan=${plan}`)).text, /1 of 4 lines for none/);
  const row = (await viewer.get('/priorities')).dom
    .querySelectorAll('tbody tr')
    .find(one => one.text.includes(name));
  assert.equal(row?.querySelectorAll('td.cg-number')[1]?.text, '3');
  const [last] = (await ada.get(`/plans/${plan}/governance`)).dom.querySelectorAll('.cg-history__entry');
  assert.match(last!.text, new RegExp(`3 lines for “${name}”`));
});

test('what one line and what a whole plan is for is ticked, and unticked', async () => {
  const [plan, { name, href }] = [await aPlan(), await aPriority()];
  const lines = await viewer.get(`/plans/${plan}`);
  const line = lines.dom.querySelector('tbody th[scope=row] a')!.getAttribute('href')!;
  const id = href.split('/').at(-1)!;
  await sendForm(ada, await ada.get(`${line}/priorities`), { priority: id });
  assert.match((await viewer.get(line)).text, new RegExp(`For ${name}`));
  await sendForm(ada, await ada.get(`/plans/${plan}/priorities`), { priority: id });
  assert.match((await viewer.get(`/plans/${plan}/governance`)).text, new RegExp(name));
  const form = (await ada.get(`${line}/priorities`)).dom.querySelector(`form[action="${line}/priorities"]`)!;
  assert.equal(fieldsOf(form).priority, id);
  await ada.post(`${line}/priorities`, {});
  assert.doesNotMatch((await viewer.get(line)).text, new RegExp(`For ${name}`));
});

test('one that is ended keeps its lines and takes no new ones', async () => {
  const [plan, { href, name }] = [await aPlan(), await aPriority()];
  await linkLines(plan, href, 1);
  await sendForm(ada, await ada.get(`${href}/edit`), { ended: 'yes' });
  assert.match((await viewer.get(href)).text, /no longer pursued/);
  const choices =
    (await ada.get('/priorities/unserved')).dom.querySelector('select[name=priority]')?.text ?? '';
  assert.doesNotMatch(choices, new RegExp(name));
  const line = (await ada.get(`/priorities/unserved?plan=${plan}`)).dom.querySelector('input[name=line]')!;
  const refused = await ada.post('/priorities/links', {
    plan,
    line: line.getAttribute('value')!,
    priority: href.split('/').at(-1)!,
  });
  assert.equal(refused.status, 404);
});

test('what somebody else changed meanwhile is not overwritten', async () => {
  const { href } = await aPriority();
  const [first, second] = [await ada.get(`${href}/edit`), await ada.get(`${href}/edit`)];
  await sendForm(ada, first, { portfolio: 'Housing' });
  const late = await sendForm(ada, second, { portfolio: 'Schools' });
  assert.equal(late.status, 409);
  assert.equal(late.dom.querySelector('#portfolio')?.getAttribute('value'), 'Schools');
});

test('viewers see and may not change; what is malformed is not found', async () => {
  const { href } = await aPriority();
  assert.equal((await viewer.get(`${href}/edit`)).status, 403);
  assert.equal((await viewer.post('/priorities', { kind: 'priority', name: 'x' })).status, 403);
  assert.equal((await ada.get('/priorities/nonsense')).status, 404);
  assert.equal((await ada.post('/priorities/links', { plan: 'x', priority: 'y' })).status, 404);
});

test('the register stands among the lists of Plans, and the pages under it have its way up alone', async () => {
  const lists = (await viewer.get('/priorities')).dom.querySelectorAll('nav[aria-label=Lists] a');
  assert.deepEqual(
    lists.filter(link => link.hasAttribute('aria-current')).map(link => link.text),
    ['Priorities'],
  );
  assert.ok(lists.some(link => link.text === 'Saved views'));
  for (const href of ['/priorities/new', '/readings', '/readings/new'])
    assert.equal((await ada.get(href)).dom.querySelector('nav[aria-label=Lists]'), null, href);
});

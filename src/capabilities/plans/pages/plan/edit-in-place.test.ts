import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { type Fields, type Response, testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const bea = await site.person({ role: 'editor', name: 'Bea Reed' });
const viewer = await site.person({ role: 'viewer' });

async function aPlan(): Promise<string> {
  const lines = [
    newLine({
      reference: 'R1',
      what: '\nHold panels\nin every ward <all>',
      state: 'ongoing',
      marking: 'OFFICIAL',
    }),
    newLine({ reference: 'R2', what: 'Print a leaflet' }),
  ];
  const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines }];
  return site.within(ada.organisation, within => createPlan(within, newPlan({ sections }), site.clock.now()));
}

/** The form in the row, as a browser would send it. */
function formIn({ dom }: Response): { action: string; fields: Fields } {
  const form = dom.querySelector('tr.cg-edit-row form')!;
  const fields = form
    .querySelectorAll('input, textarea, select')
    .map(field => [
      field.getAttribute('name')!,
      field.querySelector('option[selected]')?.getAttribute('value') ??
        field.getAttribute('value') ??
        field.text.replace(/^\n/, ''),
    ]);
  return { action: form.getAttribute('action')!, fields: Object.fromEntries(fields) };
}

const editLinks = ({ dom }: Response) =>
  dom.querySelectorAll('a[data-edit-row]').map(link => link.getAttribute('href')!.replaceAll('&amp;', '&'));

for (const list of ['plan', 'all'] as const)
  test(`a row becomes a form where it stands and is saved there, in the list of ${list}`, async () => {
    const plan = await aPlan();
    const address = list === 'plan' ? `/plans/${plan}?sort=reference` : `/lines?plan=${plan}&sort=reference`;
    const [first = ''] = editLinks(await ada.get(address));
    const open = await ada.get(first.split('#')[0]!);
    assert.equal(open.dom.querySelectorAll('tr.cg-edit-row').length, 1);
    const { action, fields } = formIn(open);
    assert.equal(fields.what, '\nHold panels\nin every ward <all>');
    assert.equal(fields.state, 'ongoing');
    const saved = await ada.post(action, { ...fields, owner: 'Inspectors', state: 'complete' });
    const id = first.split('#line-')[1]!;
    assert.equal(saved.location, `${address}#line-${id}`);
    const after = await ada.get(address);
    assert.match(after.text, /Saved: Who is responsible/);
    assert.match(after.text, /Inspectors/);
    assert.equal(after.dom.querySelectorAll('tr.cg-edit-row').length, 0);
    const line = await viewer.get(`/plans/${plan}/lines/${id}`);
    assert.match(line.text, /OFFICIAL/);
  });

test('who types over what somebody else saved meanwhile sees both, with nothing lost', async () => {
  const plan = await aPlan();
  const [first = ''] = editLinks(await ada.get(`/plans/${plan}`));
  const opened = formIn(await ada.get(first.split('#')[0]!));
  const theirs = formIn(await bea.get(first.split('#')[0]!));
  await bea.post(theirs.action, { ...theirs.fields, comments: 'Begun', _csrf: (await tokenOf(bea, plan))! });
  const clash = await ada.post(opened.action, {
    ...opened.fields,
    comments: 'Not begun',
    what: 'Hold more panels',
  });
  assert.equal(clash.status, 409);
  assert.match(clash.text, /Bea Reed changed this line while you were typing/);
  assert.match(clash.text, /Comments nothing Begun Not begun/);
  assert.equal(clash.dom.querySelector('#what')?.text.trim(), 'Hold more panels');
  assert.equal(clash.dom.querySelector('input[name=list]')?.getAttribute('value'), `/plans/${plan}`);
});

const tokenOf = async (person: typeof bea, plan: string) =>
  (await person.get(`/plans/${plan}`)).dom.querySelector('input[name=_csrf]')?.getAttribute('value');

test('who may only read is offered no ticks and no forms, whatever the address asks', async () => {
  const plan = await aPlan();
  const [first = ''] = editLinks(await ada.get(`/plans/${plan}`));
  const page = await viewer.get(first.split('#')[0]!);
  assert.equal(page.status, 200);
  assert.equal(page.dom.querySelector('.cg-edit-row, .cg-pick, #pick'), null);
});

test('an address that names no line of the list shows the list', async () => {
  const plan = await aPlan();
  for (const edit of ['x', '4dd0f6c4-6cb5-4c39-a3a4-2a70f2ac6ab1', ''])
    assert.equal((await ada.get(`/plans/${plan}?edit=${edit}`)).dom.querySelector('.cg-edit-row'), null);
});

test('tags are typed on the form of a line and shown on its page', async () => {
  const plan = await aPlan();
  const [first = ''] = editLinks(await ada.get(`/plans/${plan}`));
  const id = first.split('#line-')[1]!;
  const send = (tags: string, version: string) =>
    ada.post(`/plans/${plan}/lines/${id}/edit`, { version, state: 'ongoing', marking: 'none', tags });
  const many = await send(Array.from({ length: 21 }, (_, at) => `tag ${at}`).join(','), '1');
  assert.equal(many.status, 422);
  assert.match(many.text, /A line can have 20 tags/);
  await send('Website,  Ward  Panels', '1');
  assert.match((await viewer.get(`/plans/${plan}/lines/${id}`)).text, /Tags ward panels website/);
  assert.match((await viewer.get(`/plans/${plan}?tag=ward+panels`)).text, /1 line found/);
});

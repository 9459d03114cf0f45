import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Client, Fields, Response } from '../../../../../tests/support/client.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const bea = await site.person({ role: 'editor', name: 'Bea Reed' });
const viewer = await site.person({ role: 'viewer' });

/** A new line, as its address. */
async function aLine(): Promise<string> {
  const lines = [
    newLine({
      reference: 'R1',
      what: 'Hold panels\nin every ward',
      owner: 'Ward sergeants',
      other: { Risk: 'Rain' },
      doubts: [{ field: 'owner', reason: 'who leads?' }],
    }),
  ];
  const sections = [
    {
      title: 'All',
      columns: [...RECOMMENDATION_COLUMNS, { headings: ['Risk'], meaning: 'other' as const, why: '' }],
      lines,
    },
  ];
  const plan = await site.within(ada.organisation, within =>
    createPlan(within, newPlan({ sections }), site.clock.now()),
  );
  const { dom } = await ada.get(`/plans/${plan}`);
  return dom.querySelector('tbody th[scope=row] a')!.getAttribute('href')!;
}

/** The form as the browser would send it back. */
async function formOf(client: Client, line: string): Promise<Fields> {
  return fieldsIn(await client.get(`${line}/edit`));
}
function fieldsIn({ dom }: Response): Fields {
  const version = dom.querySelector('input[name=version]')!.getAttribute('value')!;
  const areas = dom
    .querySelectorAll('main textarea')
    .map(area => [area.getAttribute('name')!, area.text.replace(/^\n/, '')]);
  const choices = dom
    .querySelectorAll('main select')
    .map(select => [
      select.getAttribute('name')!,
      select.querySelector('option[selected]')?.getAttribute('value') ?? '',
    ]);
  return { version, ...Object.fromEntries([...areas, ...choices]) };
}

test('what is typed is saved, and the line says what it was before', async () => {
  const line = await aLine();
  const form = await formOf(ada, line);
  assert.equal(form.what, 'Hold panels\nin every ward');
  const sent = {
    ...form,
    what: 'Hold panels\r\nin every ward',
    owner: 'Inspectors',
    when: 'Monthly',
    state: 'ongoing',
    marking: 'OFFICIAL',
    'other:Risk': 'Snow',
  };
  const saved = await ada.post(`${line}/edit`, sent);
  assert.equal(saved.status, 303);
  const { text } = await ada.get(saved.location!);
  assert.match(text, /Saved: Deadline, Who is responsible, Risk, State, Marking and Accountable owner\./);
  assert.match(text, /Ada Marsh changed Who is responsible from Ward sergeants → to Inspectors/);
  assert.match(text, /Monthly once in each month by 30 Apr/);
  assert.match(text, /from No state given → to Ongoing/);
  assert.doesNotMatch(text, /who leads\?/);
});

test('a form sent as it stands changes nothing', async () => {
  const line = await aLine();
  const saved = await ada.post(`${line}/edit`, await formOf(ada, line));
  assert.match((await ada.get(saved.location!)).text, /Nothing was changed/);
  assert.equal((await formOf(ada, line)).version, '1');
});

test('what somebody else saved meanwhile is not overwritten: all three versions are shown and nothing typed is lost', async () => {
  const line = await aLine();
  const [opened] = [await formOf(ada, line)];
  await bea.post(`${line}/edit`, { ...(await formOf(bea, line)), owner: 'Inspectors', status: 'Begun' });
  const clash = await ada.post(`${line}/edit`, { ...opened, owner: 'Constables', comments: 'Said in May' });
  assert.equal(clash.status, 409);
  assert.match(clash.text, /Bea Reed changed this line while you were typing/);
  assert.match(clash.text, /Who is responsible Ward sergeants Inspectors Constables/);
  assert.match(clash.text, /Status nothing Begun/);
  const form = fieldsIn(clash);
  assert.deepEqual([form.owner, form.comments, form.status], ['Constables', 'Said in May', 'Begun']);
  assert.equal((await formOf(bea, line)).owner, 'Inspectors');
  const saved = await ada.post(`${line}/edit`, form);
  assert.equal(saved.status, 303);
  const now = await formOf(bea, line);
  assert.deepEqual(
    [now.owner, now.comments, now.status, now.version],
    ['Constables', 'Said in May', 'Begun', '3'],
  );
});

test('what cannot be kept is told beside what was typed', async () => {
  const line = await aLine();
  const form = await formOf(ada, line);
  const wrong = await ada.post(`${line}/edit`, {
    ...form,
    owner: 'Kept',
    comments: 'x'.repeat(50_001),
    state: 'nonsense',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /This must be 50,000 characters or fewer/);
  assert.match(wrong.text, /Choose one of the states/);
  assert.equal(fieldsIn(wrong).owner, 'Kept');
  assert.equal((await ada.post(`${line}/edit`, { ...form, owner: 'Late', version: 'x' })).status, 409);
  assert.equal((await formOf(ada, line)).owner, 'Ward sergeants');
});

test('viewers and strangers neither see the form nor save', async () => {
  const line = await aLine();
  assert.equal((await viewer.get(`${line}/edit`)).status, 403);
  assert.equal((await viewer.post(`${line}/edit`, { version: '1', owner: 'x' })).status, 403);
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  assert.equal((await stranger.get(`${line}/edit`)).status, 404);
  assert.equal(
    (await stranger.post(`${line}/edit`, { version: '1', owner: 'x', state: 'ongoing', marking: 'none' }))
      .status,
    404,
  );
});

test('somebody is chosen to answer, others contribute, and a changed cell does not overwrite who was chosen', async () => {
  const line = await aLine();
  const form = await formOf(ada, line);
  const chosen = { ...form, accountable: 'Katherine Bell', contributors: 'Press Officer\r\nWeb Team\r\n' };
  const saved = await ada.post(`${line}/edit`, chosen, { follow: true });
  assert.match(saved.text, /Saved: Accountable owner and Contributors\./);
  assert.match(
    saved.text,
    /Who answers for it Katherine Bell with Press Officer, Web Team The cell names Ward sergeants\./,
  );
  assert.match(saved.text, /changed Accountable owner from Ward sergeants → to Katherine Bell/);
  assert.doesNotMatch(saved.text, /who leads\?/);
  const again = { ...(await formOf(ada, line)), accountable: 'Katherine Bell', owner: 'Inspectors' };
  const kept = await ada.post(`${line}/edit`, again, { follow: true });
  assert.match(
    kept.text,
    /Who answers for it Katherine Bell with Press Officer, Web Team The cell names Inspectors\./,
  );
  const none = { ...(await formOf(ada, line)), accountable: '', owner: 'Inspectors / Constables' };
  const left = await ada.post(`${line}/edit`, none, { follow: true });
  assert.match(left.text, /Who answers for it Nobody yet/);
  assert.match(left.text, /The cell names 2 owners and does not say who leads/);
  const long = await ada.post(`${line}/edit`, { ...(await formOf(ada, line)), accountable: 'x'.repeat(101) });
  assert.equal(long.status, 422);
  assert.match(long.text, /A name must be 100 characters or fewer/);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../tests/support/plans.ts';
import { testSite } from '../../../tests/support/site.ts';
import { createPlan, fillRegisters } from '../plans/index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });

const CLAUSES = [
  { number: '4.1', heading: 'Media enquiries', text: 'Each is logged.' },
  { number: '4.2', heading: 'Media enquiries', text: 'The press officer answers.' },
  { number: null, heading: 'Pre-election period', text: 'Nothing favours a candidate.' },
];

const policy = await site.within(ada.organisation, within =>
  createPlan(
    within,
    newPlan({ title: 'Ashmere media policy', kind: 'policy', sections: [], beside: { clauses: CLAUSES } }),
    site.clock.now(),
  ),
);

const rows = async (address: string) =>
  (await ada.get(address)).dom.querySelectorAll('tbody th a').map(link => link.text);

test('clauses stand in the order of their document, and a plan leads to its own', async () => {
  assert.deepEqual(await rows('/clauses'), [
    '4.1 Media enquiries',
    '4.2 Media enquiries',
    'Pre-election period',
  ]);
  const page = await ada.get(`/plans/${policy}`);
  assert.ok(page.dom.querySelector(`a[href="/clauses?in=${policy}"]`));
  assert.equal((await rows(`/clauses?in=${policy}`)).length, 3);
  assert.deepEqual(await rows('/clauses?in=nonsense'), []);
  assert.deepEqual(await rows('/clauses?q=4.2'), ['4.2 Media enquiries']);
});

test('a line that cites one uses it, and an owner takes it off the list of those that nobody owns', async () => {
  const lines = [newLine({ what: 'Answer the press as clause 4.2 says', owner: 'Press office' })];
  await site.within(ada.organisation, within =>
    createPlan(
      within,
      newPlan({ sections: [{ title: '', columns: RECOMMENDATION_COLUMNS, lines }] }),
      site.clock.now(),
    ),
  );
  await site.runJobs();
  assert.deepEqual(await rows('/clauses?only=uncited'), ['4.1 Media enquiries', 'Pre-election period']);
  const address = (await ada.get('/clauses?q=4.2')).dom.querySelector('tbody th a')!.getAttribute('href')!;
  assert.match((await ada.get(address)).text, /Answer the press as clause 4\.2 says/);
  const form = await ada.get(`${address}/edit`);
  const [owner] = form.dom.querySelectorAll('#owner_id option').filter(one => one.getAttribute('value'));
  assert.ok(owner, 'the owner of the line is in the register of owners');
  await ada.post(`${address}/edit`, {
    name: 'Media enquiries',
    also_called: '',
    number: '4.2',
    detail: 'The press officer answers.',
    owner_id: owner.getAttribute('value')!,
    version: '1',
  });
  assert.match((await ada.get(address)).text, /changed owner/);
  assert.deepEqual(await rows('/clauses?only=unowned'), ['4.1 Media enquiries', 'Pre-election period']);
});

test('a later edition brings new words, and none over those that a person wrote', async () => {
  const address = (await ada.get('/clauses?q=4.1')).dom.querySelector('tbody th a')!.getAttribute('href')!;
  await ada.post(`${address}/edit`, {
    name: 'Media enquiries',
    also_called: '',
    number: '4.1',
    detail: 'Each is logged within the hour.',
    owner_id: '',
    version: '1',
  });
  const later = [
    { ...CLAUSES[0]!, text: 'Each is logged at once.' },
    { ...CLAUSES[1]!, text: 'The duty officer answers.' },
    { number: '4.3', heading: 'Quotes', text: 'The leader sees each.' },
  ];
  await site.within(ada.organisation, within =>
    fillRegisters(within, policy, { clauses: later }, site.clock.now()),
  );
  const text = (await ada.get('/clauses')).text;
  assert.match(text, /Each is logged within the hour/);
  assert.match(text, /The duty officer answers/);
  assert.match(text, /4\.3 Quotes/);
  assert.match(text, /Pre-election period/);
});

test('clauses under one heading are not the same; those of the same words may be', async () => {
  assert.match((await ada.get('/clauses/alike')).text, /No two are alike/);
  const clauses = [{ number: '12', heading: 'Duty', text: 'The duty officer answers, always.' }];
  await site.within(ada.organisation, within => fillRegisters(within, policy, { clauses }, site.clock.now()));
  assert.match((await ada.get('/clauses/alike')).text, /4\.2 Media enquiries.*12 Duty|12 Duty.*4\.2 Media/);
});

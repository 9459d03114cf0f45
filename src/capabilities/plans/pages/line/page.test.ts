import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, quarterly, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const viewer = await site.person({ role: 'viewer', marked: true });
const sections = [
  {
    title: 'Already under way',
    columns: RECOMMENDATION_COLUMNS,
    lines: [
      newLine({ reference: 'Recommendation 1' }),
      newLine({
        reference: 'Recommendation 2',
        what: 'Hold ward panels',
        when: 'Quarterly',
        budget: '£400',
        other: { Risk: 'Nobody comes' },
        schedules: [quarterly],
        suggestions: [{ phrase: 'weekly', kind: 'recurring', rule: 'FREQ=WEEKLY', field: 'what' }],
        doubts: [{ field: 'owner', reason: 'nobody is named as responsible' }],
        marking: 'OFFICIAL-SENSITIVE',
      }),
      newLine({ what: 'Third' }),
    ],
  },
];
const plan = await site.within(viewer.organisation, within =>
  createPlan(within, newPlan({ sections }), site.clock.now()),
);
const hrefs = (await viewer.get(`/plans/${plan}`)).dom
  .querySelectorAll('tbody th[scope=row] a')
  .map(link => link.getAttribute('href')!);

test('a line shows its words under the printed headings, and what else is kept of it', async () => {
  const { dom, text } = await viewer.get(hrefs[1]!);
  const rows = dom
    .querySelectorAll('.govuk-summary-list__row')
    .map(row => row.text.replace(/\s+/g, ' ').trim());
  assert.ok(rows.includes('Deliverable Hold ward panels'));
  assert.ok(rows.includes('Who is responsible Not given'));
  assert.ok(rows.includes('Budget £400 £400, as stated'));
  assert.ok(rows.includes('Risk Nobody comes'));
  assert.ok(!rows.some(row => row.startsWith('Measure')));
  assert.match(text, /Quarterly once in each quarter by 30 Jun by 30 Sep by 31 Dec/);
  assert.match(text, /weeklyfound under Deliverable perhaps once in each week/);
  assert.match(text, /Who is responsible: nobody is named as responsible/);
  assert.match(text, /OFFICIAL-SENSITIVE/);
  assert.match(text, /Test made/);
});

test('the words of its owner and its budget are taken apart, initials by the key that the document holds', async () => {
  const owned = await site.within(viewer.organisation, within =>
    createPlan(
      within,
      newPlan({
        beside: { remainder: [{ text: 'Key: KB = Katherine Bell', where: 'page 1' }] },
        sections: [
          {
            title: 'Initials',
            columns: RECOMMENDATION_COLUMNS,
            lines: [
              newLine({ owner: 'KB (lead), Web Team', budget: 'c. £5k p.a.' }),
              newLine({ owner: 'Jo Marsh' }),
            ],
          },
        ],
      }),
      site.clock.now(),
    ),
  );
  const [first, second] = (await viewer.get(`/plans/${owned}`)).dom
    .querySelectorAll('tbody th[scope=row] a')
    .map(link => link.getAttribute('href')!);
  const text = (await viewer.get(first!)).text.replace(/\s+/g, ' ');
  assert.match(text, /KB \(lead\), Web Team KB: initials of Katherine Bell; leads Web Team: a team/);
  assert.match(text, /c\. £5k p\.a\. about £5,000 a year/);
  assert.match((await viewer.get(second!)).text.replace(/\s+/g, ' '), /Jo Marsh a person/);
});

test('the lines beside it are a step away', async () => {
  const { dom } = await viewer.get(hrefs[1]!);
  assert.equal(dom.querySelector('a[rel=prev]')?.getAttribute('href'), hrefs[0]);
  assert.equal(dom.querySelector('a[rel=next]')?.getAttribute('href'), hrefs[2]);
  assert.equal((await viewer.get(hrefs[2]!)).dom.querySelector('a[rel=next]'), null);
});

test('a line is found only under its own plan, and by its own organisation', async () => {
  const other = await site.within(viewer.organisation, within =>
    createPlan(within, newPlan(), site.clock.now()),
  );
  const line = hrefs[1]!.split('/').at(-1);
  assert.equal((await viewer.get(`/plans/${other}/lines/${line}`)).status, 404);
  assert.equal((await viewer.get(`/plans/${plan}/lines/nonsense`)).status, 404);
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  assert.equal((await stranger.get(hrefs[1]!)).status, 404);
});

const AS_READ = {
  state: { field: 'status', why: '“ongoing” under “Status”: the cell answers with this word' },
  timings: [
    {
      field: 'when',
      phrase: 'Quarterly',
      why: 'it stands under “Deadline”, and its words say how often',
    },
  ],
  row: { part: 1, of: 2, printed: [{ heading: 'Deliverable', text: 'Hold panels; write a newsletter' }] },
};

/** A line as a reading gave it, as its address. */
async function readLine(): Promise<string> {
  const line = newLine({
    what: 'Hold panels',
    status: 'Ongoing',
    state: 'ongoing',
    when: 'Quarterly',
    schedules: [quarterly],
    asRead: AS_READ,
  });
  const plan = await site.within(viewer.organisation, within =>
    createPlan(
      within,
      newPlan({ sections: [{ title: 'Read', columns: RECOMMENDATION_COLUMNS, lines: [line] }] }),
      site.clock.now(),
    ),
  );
  const { dom } = await viewer.get(`/plans/${plan}`);
  return dom.querySelector('tbody th[scope=row] a')!.getAttribute('href')!;
}

test('a line that was read says why its state and its timing were read so, and shows the row it was made of', async () => {
  const text = (await viewer.get(await readLine())).text.replace(/\s+/g, ' ');
  assert.match(text, /Because “ongoing” under “Status”: the cell answers with this word\./);
  assert.match(text, /Because it stands under “Deadline”, and its words say how often/);
  assert.match(text, /Line 1 of 2 that were made of one row of the document/);
  assert.match(text, /Hold panels; write a newsletter/);
});

test('what a person set or wrote since says so in place of the reader’s reason', async () => {
  const line = await readLine();
  const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
  const said = async (fields: Record<string, string>) => {
    const { dom } = await ada.get(`${line}/edit`);
    const typed = dom
      .querySelectorAll('main textarea, input[name=version]')
      .map(field => [field.getAttribute('name')!, field.getAttribute('value') ?? field.text]);
    const state = dom.querySelector('select[name=state] option[selected]')!.getAttribute('value')!;
    const saved = await ada.post(`${line}/edit`, {
      ...Object.fromEntries(typed),
      state,
      marking: 'none',
      ...fields,
    });
    assert.equal(saved.status, 303);
    return (await viewer.get(line)).text.replace(/\s+/g, ' ');
  };
  assert.match(
    await said({ status: 'Ongoing, nearly there' }),
    /the cell answers with this word, as the document printed it; Ada Marsh changed that cell on/,
  );
  const written = await said({ when: 'Weekly' });
  assert.match(written, /Because Ada Marsh wrote it on .* and its words say how often/);
  assert.doesNotMatch(written, /it stands under “Deadline”/);
  const set = await said({ state: 'complete' });
  assert.match(set, /Complete Ada Marsh set it on \d/);
  assert.doesNotMatch(set, /the cell answers with this word/);
});

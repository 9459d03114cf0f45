import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import {
  dated,
  newLine,
  newPlan,
  quarterly,
  RECOMMENDATION_COLUMNS,
} from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });

const LINES = [
  newLine({
    what: 'Late one',
    owner: 'Ward sergeants',
    when: '1 March 2025',
    schedules: [dated('1 March 2025', '2025-03-01')],
    state: 'in-progress',
  }),
  newLine({
    what: 'Done',
    owner: 'Ward sergeants',
    when: '2 March 2025',
    schedules: [dated('2 March 2025', '2025-03-02')],
    state: 'complete',
  }),
  newLine({
    what: 'In June',
    owner: 'Library manager',
    when: 'June 2025',
    schedules: [{ phrase: 'June 2025', kind: 'dated', from: '2025-06-01', by: '2025-06-30' }],
    state: 'not-started',
  }),
  newLine({
    what: 'Quarterly one',
    when: 'Quarterly',
    schedules: [quarterly, dated('1 March 2025', '2025-03-01')],
    state: 'ongoing',
  }),
  newLine({ what: 'Whenever', state: 'in-progress' }),
];

const aPlan = (made = site.clock.now()) =>
  site.within(ada.organisation, within =>
    createPlan(
      within,
      newPlan({ sections: [{ title: '', columns: RECOMMENDATION_COLUMNS, lines: LINES }] }),
      made,
    ),
  );

/** The figures of a drawn table, each followed to its lines, which must be as many. */
async function figures(plan: string, caption: string): Promise<Record<string, number>> {
  const { dom } = await viewer.get(`/plans/${plan}/overview`);
  const table = dom.querySelectorAll('table').find(one => one.querySelector('caption')?.text === caption);
  const found: Record<string, number> = {};
  for (const row of table?.querySelectorAll('tbody tr') ?? []) {
    const link = row.querySelector('a');
    const value = Number(row.querySelector('.cg-number')!.text);
    found[link!.text] = value;
    const list = await viewer.get(link!.getAttribute('href')!.replaceAll('&amp;', '&'));
    assert.equal(
      list.dom.querySelectorAll('#lines tbody th[scope=row]').length,
      value,
      `${caption}: ${link!.text}`,
    );
  }
  return found;
}

test('states, owners, times, months and gaps are drawn, and each figure opens onto as many lines', async () => {
  const plan = await aPlan();
  assert.deepEqual(await figures(plan, 'Lines by state'), {
    'Not started': 1,
    'In progress': 2,
    Ongoing: 1,
    Complete: 1,
  });
  assert.deepEqual(await figures(plan, 'Lines by accountable owner'), {
    'Nobody yet': 2,
    'Ward sergeants': 2,
    'Library manager': 1,
  });
  assert.deepEqual(await figures(plan, 'Lines by how they speak of time'), {
    'Has a date': 4,
    'Comes again': 1,
    'Says nothing of time': 1,
  });
  assert.deepEqual(await figures(plan, 'Open lines by the month in which they fall due'), {
    Late: 1,
    'April 2025': 0,
    'May 2025': 0,
    'June 2025': 1,
  });
  const gaps = await figures(plan, 'Lines that lack something');
  assert.deepEqual(
    [gaps['Without owner'], gaps['Without date'], gaps['For no priority or message']],
    [2, 1, 5],
  );
});

test('how it came along is counted week by week, from what became complete and what ceased to be', async () => {
  const plan = await aPlan(Temporal.Instant.from('2025-03-20T09:00:00Z'));
  const bars = async () => {
    const { dom } = await viewer.get(`/plans/${plan}/overview`);
    return dom.querySelectorAll('.cg-bars__table tbody tr').map(row =>
      row
        .querySelectorAll('th, td')
        .map(cell => cell.text)
        .join(' '),
    );
  };
  assert.deepEqual(
    await bars(),
    ['17 Mar 1 5', '24 Mar 1 5', '31 Mar 1 5', '7 Apr 1 5'].map(row => row),
  );
  const line = (await viewer.get(`/plans/${plan}`)).dom.querySelector('tbody th a')!.getAttribute('href')!;
  await sendForm(ada, await ada.get(`${line}/edit`), { state: 'complete' });
  assert.equal((await bars()).at(-1), '7 Apr 2 5');
  await sendForm(ada, await ada.get(`${line}/edit`), { state: 'ongoing' });
  assert.equal((await bars()).at(-1), '7 Apr 1 5');
});

test('what was changed since it was agreed stands there too', async () => {
  const plan = await aPlan();
  const day = { 'on-day': '8', 'on-month': '4', 'on-year': '2025' };
  await ada.post(`/plans/${plan}/agreements`, { by: 'Cabinet', edition: '', version: 'now', ...day });
  assert.match(
    (await viewer.get(`/plans/${plan}/overview`)).text,
    /Cabinet agreed it on 8 April 2025\. It is still what was agreed/,
  );
});

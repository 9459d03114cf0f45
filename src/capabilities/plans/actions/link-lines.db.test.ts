import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { AUDIENCE_COLUMNS, newLine, newPlan } from '../../../../tests/support/plans.ts';
import { testSite } from '../../../../tests/support/site.ts';
import type { NewLine } from '../plan.ts';
import { createPlan } from './create-plan.ts';
import { linkLines } from './link-lines.ts';

const site = await testSite();
after(site.close);

const make = (organisation: string, lines: Partial<NewLine>[], beside = {}, title = 'Ashmere plan') =>
  site.within(organisation, within =>
    createPlan(
      within,
      newPlan({
        title,
        beside,
        sections: [{ title: '', columns: AUDIENCE_COLUMNS, lines: lines.map(newLine) }],
      }),
      site.clock.now(),
    ),
  );

const entries = (organisation: string, table: 'audiences' | 'channels' | 'clauses') =>
  site.within(organisation, async ({ db }) => {
    const rows = await db.selectFrom(table).select(['name', 'lines']).orderBy('name').execute();
    return rows.map(row => `${row.name}: ${row.lines}`);
  });

test('lines make entries of whom they name, each once, and count themselves', async () => {
  const organisation = await site.organisation('Saltby Town Council');
  await make(organisation, [
    { audience: 'Residents; ward councillors and local businesses', how: 'E-mail, website and posters' },
    { audience: 'All residents', how: 'Posters' },
    { audience: 'Everyone who lives in the parish should hear of it', how: 'Talk to people' },
  ]);
  await site.runJobs();
  assert.deepEqual(await entries(organisation, 'audiences'), [
    'Local businesses: 1',
    'Residents: 2',
    'Ward councillors: 1',
  ]);
  assert.deepEqual(await entries(organisation, 'channels'), ['E-mail: 1', 'Posters: 2', 'Website: 1']);
  const unknown = await site.within(organisation, ({ db }) =>
    db.selectFrom('unknown_audiences').select('words').execute(),
  );
  assert.deepEqual(unknown, [{ words: 'Everyone who lives in the parish should hear of it' }]);
});

test('what a document lists stands in the registers, completed by the next and never written over', async () => {
  const organisation = await site.organisation('Millbrook District Council');
  const audience = { group: 'Employees', name: 'Home carers', detail: 'About 240', role: '' };
  const channels = [
    {
      category: 'Printed material',
      description: 'Good for those without the internet',
      existing: ['Staff magazine (monthly)'],
      projectSpecific: ['Bus shelter posters'],
    },
  ];
  await make(organisation, [{ audience: 'home carer' }], { audiences: [audience], channels });
  await make(
    organisation,
    [{ audience: 'Home carers' }],
    { audiences: [{ ...audience, group: 'Staff', detail: 'Work at night', role: 'Tell families' }] },
    'Second plan',
  );
  await site.runJobs();
  assert.deepEqual(await entries(organisation, 'audiences'), ['Home carers: 2']);
  await site.within(organisation, async ({ db }) => {
    const [one] = await db.selectFrom('audiences').selectAll().execute();
    assert.equal(one?.grouped, 'Employees');
    assert.equal(one?.detail, 'About 240\nWork at night');
    assert.equal(one?.role, 'Tell families');
    const made = await db
      .selectFrom('channels')
      .select(['name', 'kind', 'project_specific', 'cadence'])
      .orderBy('name')
      .execute();
    assert.deepEqual(made, [
      { name: 'Bus shelter posters', kind: 'outdoor', project_specific: true, cadence: '' },
      { name: 'Staff magazine', kind: 'print', project_specific: false, cadence: 'monthly' },
    ]);
    const sources = await db.selectFrom('register_sources').select('plan_id').execute();
    assert.equal(sources.length, 4);
  });
});

test('a line that cites a clause by its number is linked with it; a law’s section is none', async () => {
  const organisation = await site.organisation('Thornby Fire and Rescue');
  const clauses = [
    { number: '4.2', heading: 'Media enquiries', text: 'Every enquiry is answered within a day.' },
    { number: '7(b)', heading: 'Quotes', text: 'No quote leaves without the leader.' },
  ];
  const plan = await make(
    organisation,
    [
      { what: 'Answer the press, see clause 4.2' },
      { what: 'Check quotes', comments: 'Policy 7(b)' },
      { what: 'Publish under section 4.2 of the Licensing Act' },
    ],
    { clauses },
  );
  await site.runJobs();
  assert.deepEqual(await entries(organisation, 'clauses'), ['Media enquiries: 1', 'Quotes: 1']);
  await site.within(organisation, within => linkLines(within, plan, undefined, site.clock.now()));
  assert.deepEqual(await entries(organisation, 'clauses'), ['Media enquiries: 1', 'Quotes: 1']);
});

test('a plan that is taken out takes its lines out of the counts, and brings them again', async () => {
  const organisation = await site.organisation('Ferndale Health Trust');
  const plan = await make(organisation, [{ audience: 'Patients' }, { audience: 'Patients' }]);
  await site.runJobs();
  const set = (removed_at: Temporal.Instant | null) =>
    site.within(organisation, ({ db }) =>
      db.updateTable('plans').set({ removed_at }).where('id', '=', plan).execute(),
    );
  await set(site.clock.now());
  assert.deepEqual(await entries(organisation, 'audiences'), ['Patients: 0']);
  await set(null);
  assert.deepEqual(await entries(organisation, 'audiences'), ['Patients: 2']);
  await site.within(organisation, ({ db }) => db.deleteFrom('lines').where('plan_id', '=', plan).execute());
  assert.deepEqual(await entries(organisation, 'audiences'), ['Patients: 0']);
});

import { findOrAddOwners } from '../../../src/capabilities/organisations/index.ts';
import { createPlan } from '../../../src/capabilities/plans/index.ts';
import { newLine, newPlan, quarterly, RECOMMENDATION_COLUMNS } from '../../support/plans.ts';
import { quarterlySeries, stagedPromise } from '../../support/promises.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const as = 'editor' as const;

/** A plan whose timings are kept as promises or wait for an answer, and promises in every state that they may have. */
export async function promiseVisits({ people: { editor }, site }: Stage): Promise<Visits> {
  const now = site.clock.now();
  const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
  const soon = { phrase: 'As soon as practicable', kind: 'triggered' as const, trigger: 'an incident' };
  const lines = [
    newLine({ what: 'Hold ward panels', when: 'Quarterly', schedules: [quarterly] }),
    newLine({ what: `Warn ${LONG_NAME}`, when: 'As soon as practicable', schedules: [soon] }),
  ];
  const sections = [{ title: 'Panels', columns: RECOMMENDATION_COLUMNS, lines }];
  const plan = await within(inside =>
    createPlan(inside, newPlan({ title: 'Panels to promise', sections }), now),
  );
  const [first] = await within(({ db }) =>
    db.selectFrom('lines').select('id').where('plan_id', '=', plan).orderBy('position').execute(),
  );
  const timed = { series: quarterlySeries, now, phrase: 'Quarterly', read: quarterly };
  const once = await within(inside => stagedPromise(inside, { ...timed, line: { schedules: [quarterly] } }));
  const anew = await within(inside => stagedPromise(inside, { ...timed, what: LONG_WORD }));
  const wards = { of: 'areas' as const, kind: 'ward' };
  const ward = { kind: 'ward', name: `Ward of ${LONG_WORD}`, created_at: now, changed_at: now };
  const places = [ward, { ...ward, name: 'Mill' }];
  const [, mill] = await within(({ db }) => db.insertInto('areas').values(places).returning('id').execute());
  const each = await within(inside =>
    stagedPromise(inside, { ...timed, spread: wards, what: 'Meet the ward' }),
  );
  const sergeant = { title: 'Ward sergeant', area_id: mill!.id, created_at: now, changed_at: now };
  await within(({ db }) => db.insertInto('posts').values(sergeant).execute());
  const sergeants = await within(async inside => {
    const { owner } = (await findOrAddOwners(inside, [{ name: 'Ward sergeants', kind: 'post' }], now))(
      'Ward sergeants',
    )!;
    return stagedPromise(inside, { ...timed, spread: wards, owner: owner.id, what: 'Walk the ward' });
  });
  const ended = await within(inside => stagedPromise(inside, { ...timed, what: 'Print the map' }));
  await site.runJobs();
  await editor.post(`/promises/${ended.promise}/end`, { version: '1', reason: 'It is on the web.' });
  const [commitment] = await within(({ db }) =>
    db.selectFrom('commitments').select('id').where('promise_id', '=', each.promise).execute(),
  );
  const [all, said] = [`/plans/${plan}/promises`, `/plans/${plan}/promises/new?line=${first!.id}&at=t0`];
  const proposals = { route: 'GET /plans/:plan/promises', as };
  const say = { route: 'GET /plans/:plan/promises/new', as };
  const promise = { route: 'GET /promises/:promise', as };
  const settings = { as: 'administrator' as const, path: '/organisation/promises' };
  const kinds = ['rule', 'days', 'beside', 'triggered'];
  return {
    visits: [
      { ...proposals, state: 'with some to keep', path: all, keyboard: true },
      { ...proposals, state: 'for a viewer', path: all, as: 'viewer' },
      { ...proposals, state: 'with those that are kept', path: `/plans/${each.plan}/promises?show=kept` },
      { ...proposals, state: 'with none kept', path: `${all}?show=kept` },
      { ...say, state: 'before it is said how it is due', path: `${said}&choose=again` },
      { ...say, state: 'with no answer', path: `${said}&choose=yes`, status: 422 },
      ...kinds.map(kind => ({ ...say, state: `for ${kind}`, path: `${said}&kind=${kind}` })),
      {
        ...{ route: 'POST /plans/:plan/promises/new', as, state: 'before it is kept', path: said },
        act: press('Continue'),
      },
      { ...promise, state: 'kept once', path: `/promises/${once.promise}`, keyboard: true },
      { ...promise, state: 'kept for each ward', path: `/promises/${each.promise}` },
      { ...promise, state: 'kept by the post of each ward', path: `/promises/${sergeants.promise}` },
      { ...promise, state: 'whose words are gone', path: `/promises/${anew.promise}` },
      { ...promise, state: 'that has ended', path: `/promises/${ended.promise}` },
      {
        ...{ route: 'POST /promises/:promise/end', as, state: 'without a reason', status: 422 },
        path: `/promises/${once.promise}`,
        act: async page => {
          await page.getByText('End this promise').click();
          await press('End it')(page);
        },
      },
      { route: 'GET /promises/:promise/edit', as, state: 'as it is', path: `/promises/${each.promise}/edit` },
      {
        ...{ route: 'POST /promises/:promise/edit', as, state: 'before it is changed' },
        path: `/promises/${each.promise}/edit`,
        act: press('Continue'),
      },
      {
        ...{ route: 'GET /promises/:promise/for/:commitment', as, state: 'of one ward' },
        path: `/promises/${each.promise}/for/${commitment!.id}`,
      },
      { route: 'GET /organisation/promises', state: 'as most have it', ...settings, keyboard: true },
      {
        ...{
          route: 'POST /organisation/promises',
          state: 'with a number that is none',
          status: 422,
          ...settings,
        },
        act: async page => {
          await page.getByLabel('Days of grace').fill('many');
          await press('Save')(page);
        },
      },
    ],
  };
}

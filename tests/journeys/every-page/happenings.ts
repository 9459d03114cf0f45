import { dayAnswers } from '../../../src/platform/http/day-field.ts';
import { quarterlySeries, stagedPromise } from '../../support/promises.ts';
import type { Person } from '../../support/site.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const as = 'editor' as const;

/** What happened, what sets promises off by itself, and the feeds of somebody. */
export async function happeningsVisits({ people, site }: Stage): Promise<Visits> {
  const { editor } = people;
  const plan = await waitingOn({ people, site });
  const said = saidNow(site.clock.now());
  const check = await editor.post('/happenings', said);
  const promise = check.dom.querySelectorAll('input[name=promise]').map(one => one.getAttribute('value')!);
  const record = async (more: Record<string, string | string[]>) =>
    (await editor.post('/happenings', { ...said, step: 'record', ...more })).location!;
  const set = await record({ promise });
  const nothing = await record({ title: LONG_WORD, kind: 'decision' });
  const mistake = await record({ title: 'Fire at the depot', promise });
  await editor.post(`${mistake}/undo`, { version: '1', why: LONG_NAME });
  const { fresh, wrong } = await figures(editor);
  const { location } = await editor.post('/calendars/new', { name: 'Cabinet', kind: 'meetings' });
  const rule = { calendar: location!.split('/').at(-1)!, called: LONG_WORD, kind: 'decision' };
  await editor.post('/happenings/rules/calendars', rule);
  const feed = await editor.post('/feeds', { shows: `plan ${plan}` });
  const ended = await editor.get('/feeds');
  await editor.post(ended.dom.querySelector('td form')!.getAttribute('action')!);
  await editor.post('/feeds', { shows: 'person', onlyEvents: 'yes' });
  const file = { route: 'GET /happenings/figures/import/:givenTable', as };
  const [one, rules] = ['GET /happenings/:happening', 'GET /happenings/rules'];
  return {
    visits: [
      { route: 'GET /happenings', state: 'with some', path: '/happenings', as, keyboard: true },
      { route: 'GET /happenings', state: 'with none', path: '/happenings', as: 'newcomer' },
      { route: 'GET /happenings', state: 'beyond the last page', path: '/happenings?page=9', as: 'viewer' },
      { route: 'GET /happenings/new', state: 'empty', path: '/happenings/new', as, keyboard: true },
      {
        ...{ route: 'POST /happenings', state: 'with nothing typed', path: '/happenings/new', as },
        ...{ act: press('Continue'), status: 422 },
      },
      {
        ...{ route: 'POST /happenings', state: 'with what it sets off', path: '/happenings/new', as },
        act: async page => {
          await page.getByLabel('Incident').check();
          await page.getByLabel('What happened?').fill(LONG_NAME);
          await press('Continue')(page);
        },
      },
      { route: one, state: 'with what it set off', path: set, as, keyboard: true },
      { route: one, state: 'for a viewer', path: set, as: 'viewer' },
      { route: one, state: 'that set nothing off', path: nothing, as },
      { route: one, state: 'that was a mistake', path: mistake, as },
      {
        ...{
          route: 'POST /happenings/:happening/does-not-apply',
          state: 'with nothing ticked',
          path: set,
          as,
        },
        ...{ act: press('Say that it does not apply'), status: 422 },
      },
      { route: rules, state: 'with both', path: '/happenings/rules', as, keyboard: true },
      { route: rules, state: 'with none', path: '/happenings/rules', as: 'newcomer' },
      { route: rules, state: 'for a viewer', path: '/happenings/rules', as: 'viewer' },
      {
        ...{
          route: 'POST /happenings/rules/figures',
          state: 'with nothing chosen',
          path: '/happenings/rules',
        },
        ...{ as, act: press('Hold the next values against it'), status: 422 },
      },
      { route: 'GET /happenings/figures/import', state: 'empty', path: '/happenings/figures/import', as },
      { ...file, state: 'with new values', path: fresh },
      { ...file, state: 'with wrong cells', path: wrong },
      { route: 'GET /feeds', state: 'with some', path: '/feeds', as, keyboard: true },
      { route: 'GET /feeds', state: 'with none', path: '/feeds', as: 'viewer' },
      {
        ...{ route: 'POST /feeds', state: 'with nothing chosen', path: '/feeds', as },
        ...{ act: press('Make a feed'), status: 422 },
      },
      {
        ...{ route: 'POST /feeds', state: 'with the address', path: '/feeds?person=', as },
        act: press('Make a feed'),
      },
    ],
    noPages: [
      { route: 'GET /feeds/:token.ics', because: `it is a file for programs, like ${feed.path}` },
      { route: 'GET /plans/:plan/promises.ics', because: 'it is a file' },
      { route: 'GET /happenings/figures/import/example.csv', because: 'it is a file' },
      { route: 'GET /happenings/figures/import/:givenTable/problems.csv', because: 'it is a file' },
      { route: 'GET /happenings/figures/import/:givenTable/status', because: 'a script asks it' },
    ],
  };
}

/** Promises that wait for an incident, one for each of two wards. */
async function waitingOn({ people: { editor }, site }: Pick<Stage, 'people' | 'site'>): Promise<string> {
  const now = site.clock.now();
  return site.within(editor.organisation, async within => {
    const ward = { kind: 'waiting ward', created_at: now, changed_at: now };
    await within.db
      .insertInto('areas')
      .values([
        { ...ward, name: 'Mill Hill' },
        { ...ward, name: LONG_NAME },
      ])
      .execute();
    const series = { kind: 'triggered' as const, trigger: 'a major incident', limit: 'PT4H' };
    const waits = { what: LONG_NAME, series, setOffBy: 'incident' as const, now };
    const made = await stagedPromise(within, { ...waits, spread: { of: 'areas', kind: 'waiting ward' } });
    await stagedPromise(within, { ...waits, what: 'Tell the press', of: made });
    await stagedPromise(within, { series: quarterlySeries, what: 'Panels', of: made, now });
    return made.plan;
  });
}

function saidNow(now: Temporal.Instant): Record<string, string> {
  const here = now.toZonedDateTimeISO('Europe/London');
  const { day, month, year } = dayAnswers(here.toPlainDate());
  return {
    ...{ kind: 'incident', title: 'Burst water main', note: LONG_NAME, time: '9am' },
    ...{ 'happened-day': day, 'happened-month': month, 'happened-year': year },
  };
}

async function figures(editor: Person): Promise<{ fresh: string; wrong: string }> {
  const give = async (...rows: string[]) => {
    const content = ['Figure,Day,Value', ...rows].join('\n');
    const sent = { name: 'figures.csv', content };
    return (await editor.upload('/happenings/figures/import', sent)).location!;
  };
  await editor.post(`${await give('Complaints,31/01/2025,30', `${LONG_WORD},31/01/2025,1204`)}/confirm`);
  const { dom } = await editor.get('/happenings/rules');
  const figure = dom.querySelectorAll('#figure option')[1]!.getAttribute('value')!;
  for (const way of ['above', 'rise'])
    await editor.post('/happenings/rules/figures', { figure, way, amount: '20' });
  return { fresh: await give('Complaints,28/02/2025,43'), wrong: await give(',soon,many') };
}

import type { Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** Working in the lines of a plan: of what `imports` accepted, the plan of a tracker with long cells. */
export async function workingVisits({ people }: Stage): Promise<Visits> {
  const { editor } = people;
  const plans = await editor.get('/plans?sort=title');
  const path = plans.dom
    .querySelectorAll('th a[href^="/plans/"]')
    .map(link => link.getAttribute('href')!)[1]!;
  const list = await editor.get(path);
  const rows = list.dom.querySelectorAll('input[name=line]').map(tick => tick.getAttribute('value')!);
  const line = (at: number) => `${path}/lines/${rows.at(at)}`;
  await editor.post(`${line(-1)}/remove`, { reason: 'Printed twice, see the line before.', version: '1' });
  const change = async (wanted?: Record<string, string>) => {
    const { location = '' } = await editor.post('/bulk-changes', { list: path, line: rows.slice(0, 4) });
    if (wanted) await editor.post(location, wanted);
    return location;
  };
  const picked = await change();
  const weighed = await change({ state: 'complete', when: 'by 30 June 2027', addTag: 'ward panels' });
  const done = await change({ marking: 'OFFICIAL' });
  await editor.post(`${done}/carry-out`);
  const undone = await change({ addTag: 'undone' });
  await editor.post(`${undone}/carry-out`);
  await editor.post(`${undone}/undo`);
  const as = 'editor' as const;
  const bulk = { route: 'GET /bulk-changes/:change', as };
  const copy = { route: 'GET /plans/:plan/copy', as };
  const timing = { route: 'GET /plans/:plan/lines/:line/timing', as };
  return {
    visits: [
      {
        route: 'GET /plans/:plan',
        state: 'with a row edited in its place',
        path: `${path}?edit=${rows[1]}`,
        as,
        keyboard: true,
      },
      { route: 'GET /plans/removed', state: 'with none', path: '/plans/removed', as },
      { route: 'GET /plans/:plan/remove', state: 'before anything is removed', path: `${path}/remove`, as },
      {
        route: 'POST /plans/:plan/remove',
        state: 'without a reason',
        path: `${path}/remove`,
        as,
        status: 422,
        act: press('Remove the plan'),
      },
      {
        route: 'GET /plans/:plan/removed',
        state: 'with a line',
        path: `${path}/removed`,
        as,
        keyboard: true,
      },
      { route: 'GET /plans/:plan/removed', state: 'for a viewer', path: `${path}/removed`, as: 'viewer' },
      { ...copy, state: 'before it is shown', path: `${path}/copy` },
      {
        ...copy,
        state: 'with what moves',
        path: `${path}/copy?title=Next+year&years=1&months=0`,
        keyboard: true,
      },
      { ...copy, state: 'with nonsense', path: `${path}/copy?title=&years=x&months=0`, status: 422 },
      {
        route: 'GET /plans/:plan/lines/new',
        state: 'in its first section',
        path: `${path}/lines/new`,
        as,
        keyboard: true,
      },
      {
        route: 'GET /plans/:plan/lines/:line/remove',
        state: 'before it is removed',
        path: `${line(0)}/remove`,
        as,
      },
      { ...timing, state: 'of a line with a timing', path: `${line(0)}/timing`, keyboard: true },
      {
        route: 'POST /plans/:plan/lines/:line/timing',
        state: 'with words that say no time',
        path: `${line(0)}/timing`,
        as,
        status: 422,
        act: async page => {
          await page.getByLabel('In words, as a plan says it').fill('purple');
          await page.getByLabel('How do you know?').fill('The author says so.');
          await press('Correct the reading')(page);
        },
      },
      { ...bulk, state: 'saying what is wanted', path: picked, keyboard: true },
      { ...bulk, state: 'with what would change', path: weighed },
      { ...bulk, state: 'that is done', path: done },
      { ...bulk, state: 'that is undone', path: undone },
      { route: 'GET /bulk-changes', state: 'with some', path: '/bulk-changes', as },
      { route: 'GET /bulk-changes', state: 'with none', path: '/bulk-changes', as: 'administrator' },
    ],
    noPages: [{ route: 'GET /bulk-changes/:change/progress', because: 'a script asks it' }],
  };
}

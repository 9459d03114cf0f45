import type { Stage } from './stage.ts';
import { LONG_NAME, LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** Who keeps and agreed a plan, what was changed since, and what it is for. */
export async function governanceVisits({ people }: Stage): Promise<Visits> {
  const { editor } = people;
  const as = 'editor' as const;
  const plans = await editor.get('/plans?sort=title');
  const [, plan = ''] = plans.dom
    .querySelectorAll('th a[href^="/plans/"]')
    .map(link => link.getAttribute('href')!);
  const line = (await editor.get(plan)).dom
    .querySelector('tbody th a[href*="/lines/"]')!
    .getAttribute('href')!;
  const day = (name: string) => ({ [`${name}-day`]: '8', [`${name}-month`]: '4', [`${name}-year`]: '2025' });
  const added = {
    kind: 'message',
    name: `${LONG_NAME} wants ${LONG_WORD}`,
    portfolio: LONG_NAME,
    detail: '',
  };
  const priority = (await editor.post('/priorities', added)).location!;
  await editor.post('/priorities', { kind: 'priority', name: 'Safer streets', portfolio: '', detail: '' });
  await editor.post(`${line}/priorities`, { priority: priority.split('/').at(-1)! });
  await editor.post(`${plan}/agreements`, {
    by: LONG_NAME,
    edition: LONG_WORD,
    version: 'read',
    ...day('on'),
  });
  await editor.post(`${plan}/showings`, { to: LONG_NAME, ...day('shown') });
  const governance = { route: 'GET /plans/:plan/governance', path: `${plan}/governance`, as };
  return {
    visits: [
      { ...governance, state: 'agreed and shown', keyboard: true },
      { ...governance, state: 'for a viewer', as: 'viewer' },
      {
        route: 'POST /plans/:plan/agreements',
        state: 'with nothing typed',
        path: `${plan}/governance`,
        as,
        status: 422,
        act: async page => {
          await page.getByText('Record that it was agreed').click();
          await press('Record it')(page);
        },
      },
      {
        route: 'POST /plans/:plan/showings',
        state: 'with nothing typed',
        path: `${plan}/governance`,
        as,
        status: 422,
        act: async page => {
          await page.getByText('Record that it was shown').click();
          await press('Record it')(page);
        },
      },
      {
        route: 'GET /plans/:plan/governance/edit',
        state: 'as it stands',
        path: `${plan}/governance/edit`,
        as,
      },
      {
        route: 'POST /plans/:plan/governance/edit',
        state: 'with a period that is none',
        path: `${plan}/governance/edit`,
        as,
        status: 422,
        act: async page => {
          await page.getByLabel('The period begins').fill('soon');
          await press('Save')(page);
        },
      },
      {
        route: 'GET /plans/:plan/overview',
        state: 'with every chart',
        path: `${plan}/overview`,
        as,
        keyboard: true,
      },
      { route: 'GET /plans/:plan/changes', state: 'since it was agreed', path: `${plan}/changes`, as },
      { route: 'GET /plans/:plan/priorities', state: 'to choose', path: `${plan}/priorities`, as },
      {
        route: 'GET /plans/:plan/lines/:line/priorities',
        state: 'to choose',
        path: `${line}/priorities`,
        as,
      },
      { route: 'GET /priorities', state: 'with long names', path: '/priorities', as, keyboard: true },
      { route: 'GET /priorities', state: 'with none yet', path: '/priorities', as: 'newcomer' },
      { route: 'GET /priorities/new', state: 'as it opens', path: '/priorities/new', as },
      {
        route: 'POST /priorities',
        state: 'with nothing typed',
        path: '/priorities/new',
        as,
        status: 422,
        act: press('Add it'),
      },
      { route: 'GET /priorities/:priority', state: 'with a line', path: priority, as },
      { route: 'GET /priorities/:priority/edit', state: 'as it stands', path: `${priority}/edit`, as },
      {
        route: 'POST /priorities/:priority/edit',
        state: 'without a name',
        path: `${priority}/edit`,
        as,
        status: 422,
        act: async page => {
          await page.getByLabel('What is wanted').fill('');
          await press('Save')(page);
        },
      },
      {
        route: 'GET /priorities/unserved',
        state: 'of a plan',
        path: `/priorities/unserved?plan=${plan.split('/').at(-1)}`,
        as,
        keyboard: true,
      },
      {
        route: 'GET /priorities/unserved',
        state: 'with no plans',
        path: '/priorities/unserved',
        as: 'newcomer',
      },
    ],
  };
}

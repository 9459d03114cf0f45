import type { Stage } from './stage.ts';
import type { Visits } from './visit.ts';

/** Of what the readings made: `imports` gives the documents in and accepts one of them. */
export async function plansVisits({ people }: Stage): Promise<Visits> {
  const { editor } = people;
  const plans = await editor.get('/plans');
  const path = plans.dom.querySelector('th a[href^="/plans/"]')!.getAttribute('href')!;
  const as = 'editor' as const;
  const plan = { route: 'GET /plans/:plan', path, as };
  const found = await editor.get(`${path}?q=leaflet`);
  if (found.status !== 200) throw new Error(`The plan to visit is not there: ${found.text}`);
  return {
    visits: [
      { route: 'GET /plans', state: 'with plans', path: '/plans', as, keyboard: true },
      { route: 'GET /plans', state: 'with none yet', path: '/plans', as: 'newcomer' },
      { route: 'GET /plans', state: 'for a viewer', path: '/plans', as: 'viewer' },
      { ...plan, state: 'with very long cells', keyboard: true },
      { ...plan, state: 'for a viewer', as: 'viewer' },
      { ...plan, state: 'filtered and sorted', path: `${path}?q=leaflet&state=not-started&sort=owner` },
      { ...plan, state: 'when nothing is found', path: `${path}?q=zeppelin` },
      { ...plan, state: 'of another organisation', as: 'newcomer', status: 404 },
    ],
  };
}

import { EXPORT_FORMATS } from '../../../src/capabilities/plans/rules/export/formats.ts';
import type { Stage } from './stage.ts';
import type { Visits } from './visit.ts';

/** Ways out of the plans that the readings made. */
export async function exportsVisits({ people }: Stage): Promise<Visits> {
  const { viewer } = people;
  const plans = await viewer.get('/plans?sort=title');
  const links = plans.dom.querySelectorAll('th a[href^="/plans/"]').map(link => link.getAttribute('href')!);
  const path = links[1] ?? links[0] ?? '';
  const plan = { route: 'GET /plans/:plan/export', as: 'viewer' as const, path: `${path}/export` };
  const lines = { route: 'GET /lines/export', as: 'viewer' as const, path: '/lines/export' };
  await viewer.get(`${path}/export.csv?only=unowned`);
  return {
    visits: [
      { ...plan, state: 'with what was given out', keyboard: true },
      { ...plan, state: 'of a filter', path: `${path}/export?state=complete&sort=owner` },
      { ...plan, state: 'of another organisation', as: 'newcomer', status: 404 },
      { ...lines, state: 'of all plans' },
      { ...lines, state: 'of a filter', path: '/lines/export?only=undated' },
    ],
    noPages: EXPORT_FORMATS.flatMap(({ ending, given }) =>
      ['/plans/:plan', '/lines'].map(list => ({
        route: `GET ${list}/export.${ending}`,
        because: `it is ${given}`,
      })),
    ),
  };
}

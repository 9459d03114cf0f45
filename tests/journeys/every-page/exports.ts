import { EXPORT_FORMATS } from '../../../src/capabilities/plans/rules/export/formats.ts';
import { editionsOn } from '../../support/editions.ts';
import type { Stage } from './stage.ts';
import type { Visits } from './visit.ts';

/** Ways out of a plan, and of all of them. */
export async function exportsVisits({ site, people }: Stage): Promise<Visits> {
  const { viewer, editor } = people;
  // a plan of its own: what is given out of another would be what its next edition is compared with
  const path = `/plans/${(await editionsOn(site).madePlan(editor)).plan}`;
  const plan = { route: 'GET /plans/:plan/export', as: 'viewer' as const, path: `${path}/export` };
  const lines = { route: 'GET /lines/export', as: 'viewer' as const, path: '/lines/export' };
  await viewer.get(`${path}/export.csv?only=unowned`);
  const long = (status: 'waiting' | 'made' | 'unable') =>
    site.within(editor.organisation, async ({ db }) => {
      const file = { said: '{}', format: 'pdf', lines: 12_000, name: 'Lines of all plans (OFFICIAL).pdf' };
      const { id } = await db
        .insertInto('export_files')
        .values({ ...file, made_by: editor.account.id, status, asked_at: site.clock.now() })
        .returning('id')
        .executeTakeFirstOrThrow();
      return `/exports/${id}`;
    });
  const file = { route: 'GET /exports/:file', as: 'editor' as const };
  return {
    visits: [
      { ...file, state: 'that is being written', path: await long('waiting'), keyboard: true },
      { ...file, state: 'that lies ready', path: await long('made') },
      { ...file, state: 'that could not be made', path: await long('unable') },
      { ...plan, state: 'with what was given out', keyboard: true },
      { ...plan, state: 'of a filter', path: `${path}/export?state=complete&sort=owner` },
      { ...plan, state: 'of another organisation', as: 'newcomer', status: 404 },
      { ...lines, state: 'of all plans' },
      { ...lines, state: 'of a filter', path: '/lines/export?only=undated' },
    ],
    noPages: [
      { route: 'GET /exports/:file/status', because: 'a script asks it' },
      { route: 'GET /exports/:file/file', because: 'it is a file' },
      ...EXPORT_FORMATS.flatMap(({ ending, given }) =>
        ['/plans/:plan', '/lines'].map(list => ({
          route: `GET ${list}/export.${ending}`,
          because: `it is ${given}`,
        })),
      ),
    ],
  };
}

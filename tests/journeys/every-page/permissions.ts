import type { Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** Who may see and change what: the list, a plan's people, somebody's parts. */
export async function permissionsVisits({ site, people }: Stage): Promise<Visits> {
  const { editor, administrator } = people;
  const plans = await editor.get('/plans?sort=title');
  const plan = plans.dom.querySelector('th a[href^="/plans/"]')!.getAttribute('href')!;
  const path = `${plan}/permissions`;
  const guest = await site.person({ organisation: editor.organisation, part: true, name: 'Paula Part' });
  const person = `/organisation/people/${guest.account.id}`;
  await administrator.post(path, { email: guest.account.email, role: 'owner', marked: 'yes' });
  const made = { name: 'Highways and lighting', created_at: site.clock.now(), changed_at: site.clock.now() };
  const { id } = await site.within(editor.organisation, ({ db }) =>
    db.insertInto('departments').values(made).returning('id').executeTakeFirstOrThrow(),
  );
  const list = { route: 'GET /organisation/permissions', path: '/organisation/permissions' };
  const ofPlan = { path, as: 'administrator' as const };
  return {
    visits: [
      { ...list, state: 'for an administrator', as: 'administrator', keyboard: true },
      { ...list, state: 'for a viewer', as: 'viewer' },
      { route: 'GET /plans/:plan/permissions', state: 'with somebody', keyboard: true, ...ofPlan },
      { route: 'GET /plans/:plan/permissions', state: 'for an editor', path, as: 'editor' },
      {
        route: 'POST /plans/:plan/permissions',
        state: 'without an address',
        ...ofPlan,
        status: 422,
        act: press('Give'),
      },
      {
        route: 'POST /plans/:plan/permissions/department',
        state: 'as it was',
        ...ofPlan,
        act: press('Save'),
      },
      {
        route: 'GET /directory/departments/:department/permissions',
        state: 'before anybody has a part',
        path: `/directory/departments/${id}/permissions`,
        as: 'administrator',
      },
      {
        route: 'POST /organisation/people/:account/parts',
        state: 'without saying of what',
        path: person,
        as: 'administrator',
        status: 422,
        act: async page => {
          await page.getByText('Give them a part').click();
          await press('Give')(page);
        },
      },
      {
        route: 'POST /plans/:plan/permissions/take',
        state: 'from the only one',
        ...ofPlan,
        act: async page => {
          await page.getByRole('button', { name: /^Take away/ }).click();
        },
      },
    ],
  };
}

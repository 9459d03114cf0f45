import { press, type Visits } from './visit.ts';

const path = '/organisation/working-days';

export const workingDaysVisits: Visits = {
  visits: [
    {
      route: 'GET /organisation/working-days',
      state: 'as it is at first',
      path,
      as: 'administrator',
      keyboard: true,
    },
    { route: 'GET /organisation/working-days', state: 'for a viewer', path, as: 'viewer' },
    {
      route: 'POST /organisation/working-days',
      state: 'with hours that cannot be',
      path,
      as: 'administrator',
      status: 422,
      act: async page => {
        await page.getByLabel('Tuesday: closes').fill('8am');
        await page.getByLabel('Saturday: opens').fill('early');
        await press('Save')(page);
      },
    },
    {
      route: 'POST /organisation/working-days/closed',
      state: 'with nothing filled in',
      path,
      as: 'administrator',
      status: 422,
      act: press('Add'),
    },
    {
      route: 'POST /organisation/working-days/closed',
      state: 'with days between the years',
      path,
      as: 'administrator',
      act: async page => {
        for (const [part, of] of [
          ['First day', '29'],
          ['Last day (optional)', '31'],
        ] as const) {
          const group = page.getByRole('group', { name: part });
          await group.getByLabel('Day').fill(of);
          await group.getByLabel('Month').fill('12');
          await group.getByLabel('Year').fill('2027');
        }
        await page.getByLabel('Why').fill('Closed between Christmas and New Year');
        await press('Add')(page);
      },
    },
  ],
};

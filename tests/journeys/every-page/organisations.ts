import { press, type Visits } from './visit.ts';

const path = '/organisation';

export const organisationsVisits: Visits = {
  visits: [
    { route: 'GET /organisation', state: 'for an administrator', path, as: 'administrator', keyboard: true },
    { route: 'GET /organisation', state: 'for a viewer', path, as: 'viewer' },
    { route: 'GET /organisation', state: 'with a very long name', path, as: 'newcomer' },
    {
      route: 'POST /organisation',
      state: 'with a colour to look at first',
      path,
      as: 'administrator',
      act: async page => {
        await page.getByLabel('Colour').fill('7a1f5c');
        await press('Look at it first')(page);
      },
    },
    {
      route: 'POST /organisation',
      state: 'without a name and with a colour that is too light',
      path,
      as: 'administrator',
      status: 422,
      act: async page => {
        await page.getByLabel('Name').fill('');
        await page.getByLabel('Colour').fill('ffe680');
        await press('Save')(page);
      },
    },
    {
      route: 'GET /organisation/calendar',
      state: 'as it is at first',
      path: '/organisation/calendar',
      as: 'administrator',
      keyboard: true,
    },
    {
      route: 'POST /organisation/calendar',
      state: 'saved as it was',
      path: '/organisation/calendar',
      as: 'administrator',
      act: press('Save'),
    },
    { route: 'no page', state: 'at an address that is not there', path: '/nothing-here', status: 404 },
    {
      route: 'no page',
      state: 'at an address that is not there, signed in',
      path: '/nothing-here',
      status: 404,
      as: 'viewer',
    },
  ],
};

import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';
import { LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

const ROWS = [
  'AD/EF/RM/HR/SLT',
  'AD/EF/RM/HR/SLT',
  'All',
  '',
  'Head of Communications (lead), ward teams',
  `${LONG_WORD} Manager / Press Officer`,
  'Town Clerk',
];

const PLAN = [
  'Ashmere owners plan',
  '',
  ['Ref', 'Action', 'Lead officer', 'When'].join('\t'),
  ...ROWS.map((owner, index) =>
    [`${index + 1}`, `Publish leaflet ${index + 1}`, owner, 'Monthly'].join('\t'),
  ),
].join('\n');

const register = '/organisation/owners';

/** The register of owners, and the page on which a document's are settled. */
export async function ownersVisits({ site, people }: Stage): Promise<Visits> {
  const { editor } = people;
  await editor.get('/readings/new');
  const reading = (await editor.upload('/readings', { name: 'Owners.txt', content: PLAN })).location!;
  await site.runJobs();
  const add = async (name: string, kind: string) => {
    await editor.post(register, { name, kind, initials: name.slice(0, 2).toUpperCase() });
    const found = await editor.get(`${register}?q=${encodeURIComponent(name)}`);
    return found.dom.querySelector('tbody th a')!.getAttribute('href')!;
  };
  const clerk = await add('Harbour Clerk', 'post');
  const same = await add('The Harbour Clerk', 'post');
  const long = await add(LONG_WORD, 'team');
  const gone = await add('Former Press Officer', 'post');
  await editor.post(`${gone}/end`);
  const merged = await add('Clerk of the Harbour', 'post');
  await editor.post(`${merged}/merge`, { into: clerk.split('/').at(-1)! });
  const as = 'editor' as const;
  const unnamed = async (page: Page) => {
    await page.getByLabel('Name', { exact: true }).fill('');
    await press('Save')(page);
  };
  return {
    visits: [
      { route: `GET ${register}`, state: 'with some', path: register, as, keyboard: true },
      { route: `GET ${register}`, state: 'with those who have ended', path: `${register}?ended=yes`, as },
      { route: `GET ${register}`, state: 'with none', path: register, as: 'newcomer' },
      { route: `GET ${register}`, state: 'with nobody found', path: `${register}?q=zzz`, as },
      { route: `GET ${register}`, state: 'for a viewer', path: register, as: 'viewer', status: 403 },
      {
        route: `POST ${register}`,
        state: 'without a name',
        path: register,
        as,
        status: 422,
        act: press('Add'),
      },
      { route: `GET ${register}/:owner`, state: 'with no lines', path: clerk, as, keyboard: true },
      { route: `GET ${register}/:owner`, state: 'with a very long name', path: long, as },
      { route: `GET ${register}/:owner`, state: 'who has ended', path: gone, as },
      { route: `GET ${register}/:owner`, state: 'who became part of another', path: merged, as },
      {
        route: `POST ${register}/:owner`,
        state: 'without a name',
        path: clerk,
        as,
        status: 422,
        act: unnamed,
      },
      {
        route: `GET ${register}/:owner/merge`,
        state: 'before it is done',
        path: `${same}/merge?into=Harbour+Clerk`,
        as,
        keyboard: true,
      },
      {
        route: 'GET /readings/:id/owners',
        state: 'with cells to answer',
        path: `${reading}/owners`,
        as,
        keyboard: true,
      },
      {
        route: 'GET /readings/:id/owners',
        state: 'with a settled cell to change',
        path: `${reading}/owners?change=5`,
        as,
      },
      {
        route: 'POST /readings/:id/owners',
        state: 'without saying who answers',
        path: `${reading}/owners`,
        as,
        status: 422,
        act: async page => {
          await page.locator('.cg-owners form button').first().click();
        },
      },
    ],
  };
}

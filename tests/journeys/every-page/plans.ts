import type { Client, Fields, Response } from '../../support/client.ts';
import type { Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** Of what the readings made: `imports` gives the documents in and accepts two of them, in this order of their titles. */
export async function plansVisits({ people }: Stage): Promise<Visits> {
  const { editor } = people;
  const plans = await editor.get('/plans?sort=title');
  const [policy = '', path = ''] = plans.dom
    .querySelectorAll('th a[href^="/plans/"]')
    .map(link => link.getAttribute('href')!);
  const as = 'editor' as const;
  const plan = { route: 'GET /plans/:plan', path, as };
  const lines = (await editor.get(path)).dom.querySelectorAll('tbody th a[href*="/lines/"]');
  const [first = '', doubtful = '', long = ''] = lines.map(link => link.getAttribute('href')!);
  const beside = { route: 'GET /plans/:plan/beside', as };
  const title = { route: 'GET /plans/:plan/edit', as };
  const line = { route: 'GET /plans/:plan/lines/:line', as };
  const edit = { route: 'GET /plans/:plan/lines/:line/edit', as };
  return {
    visits: [
      { route: 'GET /plans', state: 'with plans', path: '/plans', as, keyboard: true },
      { route: 'GET /plans', state: 'with none yet', path: '/plans', as: 'newcomer' },
      { route: 'GET /plans', state: 'for a viewer', path: '/plans', as: 'viewer' },
      { ...plan, state: 'with very long cells', keyboard: true },
      { ...plan, state: 'for a viewer, searched', as: 'viewer', path: `${path}?q=panels` },
      {
        ...plan,
        state: 'filtered and sorted',
        path: `${path}?q=recommendation&state=in-progress&sort=owner`,
      },
      { ...plan, state: 'when nothing is found', path: `${path}?q=zeppelin` },
      { ...plan, state: 'of another organisation', as: 'newcomer', status: 404 },
      { ...beside, state: 'of a plan with lines', path: `${path}/beside` },
      { ...beside, state: 'of a policy', path: `${policy}/beside`, as: 'viewer' },
      { ...plan, state: 'that is a policy without lines', path: policy },
      { ...title, state: 'with its history', path: `${path}/edit`, keyboard: true },
      { ...title, state: 'for a viewer', path: `${path}/edit`, as: 'viewer', status: 403 },
      {
        route: 'POST /plans/:plan/edit',
        state: 'without a title',
        path: `${path}/edit`,
        as,
        status: 422,
        act: async page => {
          await page.getByLabel('Title').fill('');
          await press('Save')(page);
        },
      },
      { ...line, state: 'that is complete', path: first },
      { ...line, state: 'with a doubt', path: doubtful, keyboard: true },
      { ...line, state: 'with very long cells', path: long },
      { ...line, state: 'for a viewer', path: doubtful, as: 'viewer' },
      { ...edit, state: 'with a doubt', path: `${doubtful}/edit`, keyboard: true },
      { ...edit, state: 'with very long cells', path: `${long}/edit` },
      {
        route: 'POST /plans/:plan/lines/:line/edit',
        state: 'when somebody else saved meanwhile',
        path: `${doubtful}/edit`,
        as,
        status: 409,
        act: async page => {
          await change(people.administrator, `${doubtful}/edit`, {
            when: 'Every quarter',
            owner: 'Libraries',
          });
          await page.getByLabel('When', { exact: true }).fill('Monthly');
          await press('Save')(page);
        },
      },
      {
        route: 'POST /plans/:plan/lines/:line/edit',
        state: 'with far too much typed',
        path: `${first}/edit`,
        as,
        status: 422,
        act: async page => {
          await page.getByLabel('When', { exact: true }).fill('Monthly, '.repeat(6_000));
          await press('Save')(page);
        },
      },
      { ...edit, state: 'for a viewer', path: `${long}/edit`, as: 'viewer', status: 403 },
    ],
  };
}

/** Sends a form as it stands, but for what is changed. */
async function change(client: Client, path: string, changes: Fields): Promise<void> {
  await client.post(path, { ...fieldsOf(await client.get(path)), ...changes });
}

const fieldsOf = ({ dom }: Response): Fields =>
  Object.fromEntries([
    ...dom.querySelectorAll('main input[type=hidden]').map(one => [one.attrs.name, one.attrs.value]),
    ...dom.querySelectorAll('main textarea').map(one => [one.attrs.name, one.text.trim()]),
    ...dom
      .querySelectorAll('main select')
      .map(one => [one.attrs.name, one.querySelector('option[selected]')?.attrs.value]),
  ]);

import { createPlan } from '../../../src/capabilities/plans/index.ts';
import { AUDIENCE_COLUMNS, newLine, newPlan } from '../../support/plans.ts';
import type { Person } from '../../support/site.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const REGISTERS = ['audiences', 'channels', 'clauses'] as const;

/** The registers that plans fill, with two entries that may be the same in each. */
export async function registersVisits({ people, site }: Stage): Promise<Visits> {
  const { editor } = people;
  await fill(people.editor as Person, site);
  const visits = await Promise.all(REGISTERS.map(register => visitsOf(register, editor)));
  const as = 'editor' as const;
  const [plan = ''] = (await editor.get('/plans?q=zoned')).dom
    .querySelectorAll('tbody th a')
    .map(link => link.getAttribute('href')!);
  const line = (await editor.get(plan)).dom
    .querySelector('tbody a[href*="/lines/"]')!
    .getAttribute('href')!
    .split('?')[0]!;
  const links = { route: 'GET /plans/:plan/lines/:line/links', as };
  const unknown = { route: 'GET /audiences/unknown', path: '/audiences/unknown' };
  return {
    visits: [
      ...visits.flat(),
      { ...unknown, state: 'with lines', as },
      { ...unknown, state: 'with none', as: 'newcomer' },
      { ...links, state: 'with some found', path: `${line}/links?q=e`, keyboard: true },
      { ...links, state: 'with none found', path: `${line}/links?q=zeppelin` },
      { ...links, state: 'for a viewer', path: `${line}/links`, as: 'viewer', status: 403 },
    ],
  };
}

async function fill(editor: Person, site: Stage['site']): Promise<void> {
  const lines = [
    {
      audience: `Residents; Local residents; ${LONG_WORD} residents`,
      how: 'Posters, wall posters and e-mail',
    },
    { audience: 'Everybody who has a stake in what is decided', comments: 'See clause 4.2' },
  ].map(newLine);
  const clauses = ['4.1', '4.2'].map(number => ({
    number,
    heading: 'Enquiries',
    text: `${LONG_NAME} answers.`,
  }));
  const sections = [{ title: '', columns: AUDIENCE_COLUMNS, lines }];
  await site.within(editor.organisation, within =>
    createPlan(within, newPlan({ title: 'Zoned plan', sections, beside: { clauses } }), site.clock.now()),
  );
  await site.runJobs();
}

async function visitsOf(
  register: (typeof REGISTERS)[number],
  editor: Stage['people']['editor'],
): Promise<Visits['visits']> {
  const as = 'editor' as const;
  const here = `/${register}`;
  const words = { audiences: 'residents', channels: 'posters', clauses: 'enquiries' }[register];
  const [entry = '', other = ''] = (await editor.get(`${here}?q=${words}`)).dom
    .querySelectorAll('tbody th a')
    .map(link => link.getAttribute('href')!);
  const one = { route: `GET ${here}/:entry`, path: entry };
  const edit = { route: `GET ${here}/:entry/edit`, path: `${entry}/edit`, as };
  const merge = { route: `GET ${here}/:entry/merge`, as };
  const add = { path: `${here}/new`, as };
  return [
    { route: `GET ${here}`, state: 'with entries', path: here, as, keyboard: true },
    { route: `GET ${here}`, state: 'with none yet', path: here, as: 'newcomer' },
    { route: `GET ${here}`, state: 'when nothing is found', path: `${here}?q=zeppelin`, as: 'viewer' },
    { route: `GET ${here}`, state: 'of those that have ended', path: `${here}?ended=yes`, as },
    { ...one, state: 'that a line uses', as, keyboard: true },
    { ...one, state: 'for a viewer', as: 'viewer' },
    { ...one, state: 'of another organisation', as: 'newcomer', status: 404 },
    { ...edit, state: 'as it stands', keyboard: true },
    {
      route: `POST ${here}/:entry/edit`,
      state: 'without a name',
      path: edit.path,
      as,
      status: 422,
      act: async page => {
        await page.getByLabel('Name', { exact: true }).fill('');
        await press('Save')(page);
      },
    },
    { ...add, route: `GET ${here}/new`, state: 'not yet filled in' },
    { ...add, route: `POST ${here}/new`, state: 'with nothing typed', status: 422, act: press('Save') },
    { route: `GET ${here}/alike`, state: 'with a pair', path: `${here}/alike`, as },
    { route: `GET ${here}/alike`, state: 'with none', path: `${here}/alike`, as: 'newcomer' },
    { ...merge, state: 'to be chosen', path: `${entry}/merge` },
    { ...merge, state: 'looked at', path: `${entry}/merge?with=${other.split('/').at(-1)}`, keyboard: true },
  ];
}

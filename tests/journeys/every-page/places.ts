import { excelFile } from '../../support/excel-file.ts';
import type { Person } from '../../support/site.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const AREAS = `Kind,Name,Code,Part of,First day,Last day
borough,Ashmere,,,,
ward,Northfield,E05999001,Ashmere,4 May 2023,
ward,Quayside,E05999002,Ashmere,,
ward,Old Town,,Ashmere,,3 May 2023
${LONG_WORD.slice(0, 50)},${LONG_NAME},,Ashmere,,`;

const BODIES = `Kind,Name,Area,E-mail address,Role,Role holder,Contact email,Contact phone,Role from,Role until
board,Northfield Safer Neighbourhood Board,Northfield,,Chair,Ann Reed,ann.reed@northfield.example,01632 960 001,1 May 2022,30 April 2024
board,Northfield Safer Neighbourhood Board,Northfield,,Chair,Bola Sedge,bola.sedge@northfield.example,,1 May 2024,
board,Northfield Safer Neighbourhood Board,Northfield,,Clerk,,,,,
board,Northfield Safer Neighbourhood Board,Northfield,,Vice-chair,Cy Marsh,,,1 May 2026,
board,Quayside Safer Neighbourhood Board,Quayside,,Chair,,,,,
school,Quayside Primary School,Quayside,office@quayside.example,Head,Dee Lund,,,,
council,${LONG_NAME},${LONG_NAME},,${LONG_WORD.slice(0, 55)},${LONG_WORD},${LONG_WORD.slice(0, 60)}@x.example,,,`;

const CHANGED = BODIES.replace('Bola Sedge', 'Eve Fenn')
  .replace('office@', 'hello@')
  .concat('\nschool,Marsh Road School,Quayside,,Head,Flo Mere,flo@marsh.example,,,');

const WRONG = `Kind,Name,Area,Role,Role holder,Contact email,Role from
board,,Nowhere,Chair,Ann,ann at northfield,31/02/2025
,${LONG_WORD},Quayside,,Bo,,
school,Marsh Road School,Marsh,Head,Flo Mere,flo@marsh.example; bo@marsh.example,soon`;

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const SHEET = `<row r="1">${cell('A1', 'Kind')}${cell('B1', 'Name')}</row><row r="2">${cell('A2', 'ward')}${cell('B2', 'Saltings')}</row>`;

/** Areas, outside bodies, who holds which role there, files of them in every state, and an audience drawn from them. */
export async function placesVisits({ people }: Stage): Promise<Visits> {
  const { editor } = people;
  const give = async (what: string, content: string | Uint8Array, name = `${what} of Ashmere.csv`) =>
    (await editor.upload(`/directory/${what}/import`, { name, content })).location!;
  const store = async (address: string) => {
    await editor.post(`${address}/confirm`);
    return address;
  };
  const areasStored = await store(await give('areas', AREAS));
  const bodiesStored = await store(await give('bodies', BODIES));
  const [changed, wrong] = [await give('bodies', CHANGED), await give('bodies', WRONG)];
  const same = await give('areas', AREAS);
  const waiting = await give('areas', excelFile({ rows: SHEET }), 'areas.xlsx');
  const body = await addressIn(
    editor,
    '/directory/bodies?q=northfield',
    'Northfield Safer Neighbourhood Board',
  );
  const long = await addressIn(editor, '/directory/bodies?kind=council', LONG_NAME);
  const area = await addressIn(editor, '/directory/areas', 'Northfield');
  const holder = (await editor.get(body)).dom
    .querySelector('a[href*="/role-holders/"][href$="/edit"]')!
    .getAttribute('href')!;
  const audience = (await editor.post('/audiences/new', { name: 'Safer Neighbourhood Boards' })).location!;
  const empty = (await editor.post('/audiences/new', { name: 'Nobody yet' })).location!;
  await editor.post(`${audience}/members`, { of: 'bodies', kind: 'board', named: 'safer', role: 'chair' });
  const as = 'editor' as const;
  const file = (what: string) => ({ route: `GET /directory/${what}/import/:givenTable`, as });
  return {
    visits: [
      { route: 'GET /directory/areas', state: 'with some', path: '/directory/areas', as, keyboard: true },
      { route: 'GET /directory/areas', state: 'with none', path: '/directory/areas', as: 'newcomer' },
      { route: 'GET /directory/areas', state: 'with none found', path: '/directory/areas?q=zeppelin', as },
      { route: 'GET /directory/areas/new', state: 'empty', path: '/directory/areas/new', as, keyboard: true },
      {
        route: 'POST /directory/areas/new',
        state: 'with nothing typed',
        path: '/directory/areas/new',
        as,
        act: press('Add'),
        status: 422,
      },
      { route: 'GET /directory/areas/:area', state: 'a ward', path: area, as },
      { route: 'GET /directory/areas/:area/edit', state: 'a ward', path: `${area}/edit`, as },
      {
        route: 'GET /directory/areas/:area/role-holders/new',
        state: 'empty',
        path: `${area}/role-holders/new`,
        as,
      },
      { route: 'GET /directory/bodies', state: 'with some', path: '/directory/bodies', as, keyboard: true },
      { route: 'GET /directory/bodies', state: 'with none', path: '/directory/bodies', as: 'newcomer' },
      {
        route: 'GET /directory/bodies',
        state: 'with none found',
        path: '/directory/bodies?q=zeppelin',
        as: 'viewer',
      },
      {
        route: 'GET /directory/bodies/new',
        state: 'empty',
        path: '/directory/bodies/new',
        as,
        keyboard: true,
      },
      {
        route: 'POST /directory/bodies/new',
        state: 'with nothing typed',
        path: '/directory/bodies/new',
        as,
        act: press('Add'),
        status: 422,
      },
      {
        route: 'GET /directory/bodies/:body',
        state: 'with role holders now, to come and before',
        path: body,
        as,
        keyboard: true,
      },
      { route: 'GET /directory/bodies/:body', state: 'with very long names', path: long, as: 'viewer' },
      { route: 'GET /directory/bodies/:body/edit', state: 'with a role', path: `${body}/edit`, as },
      {
        route: 'GET /directory/bodies/:body/role-holders/new',
        state: 'empty',
        path: `${body}/role-holders/new`,
        as,
        keyboard: true,
      },
      {
        route: 'POST /directory/bodies/:body/role-holders/new',
        state: 'with nothing typed',
        path: `${body}/role-holders/new`,
        as,
        act: press('Add'),
        status: 422,
      },
      { route: 'GET /directory/role-holders/:roleHolder/edit', state: 'of somebody', path: holder, as },
      {
        route: 'GET /directory/areas/import',
        state: 'empty',
        path: '/directory/areas/import',
        as,
        keyboard: true,
      },
      { route: 'GET /directory/bodies/import', state: 'empty', path: '/directory/bodies/import', as },
      {
        route: 'POST /directory/bodies/import',
        state: 'without a file',
        path: '/directory/bodies/import',
        as,
        act: press('Look at it first'),
        status: 422,
      },
      { ...file('areas'), state: 'that waits to be read', path: waiting },
      { ...file('areas'), state: 'with nothing new', path: same },
      { ...file('areas'), state: 'that is stored', path: areasStored },
      { ...file('bodies'), state: 'with new and changed ones', path: changed, keyboard: true },
      { ...file('bodies'), state: 'with cells to put right', path: wrong },
      { ...file('bodies'), state: 'that is stored', path: bodiesStored },
      {
        route: 'GET /audiences/:entry/members',
        state: 'with some',
        path: `${audience}/members`,
        as,
        keyboard: true,
      },
      { route: 'GET /audiences/:entry/members', state: 'with none', path: `${empty}/members`, as },
      {
        route: 'GET /audiences/:entry/members',
        state: 'for a viewer',
        path: `${audience}/members`,
        as: 'viewer',
      },
      { route: 'GET /audiences/:entry', state: 'with members', path: audience, as },
    ],
    noPages: ['areas', 'bodies'].flatMap(what => [
      { route: `GET /directory/${what}/import/example.csv`, because: 'it is a file' },
      { route: `GET /directory/${what}/import/:givenTable/problems.csv`, because: 'it is a file' },
      { route: `GET /directory/${what}/import/:givenTable/status`, because: 'a script asks it' },
    ]),
  };
}

async function addressIn(editor: Person, list: string, name: string): Promise<string> {
  const link = (await editor.get(list)).dom.querySelectorAll('tbody th a').find(one => one.text === name);
  return link!.getAttribute('href')!;
}

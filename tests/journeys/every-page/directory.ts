import { LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const PEOPLE = '/directory/people';
const days = (name: string, month: string) => ({
  [`${name}-day`]: '28',
  [`${name}-month`]: month,
  [`${name}-year`]: '2025',
});

const FILE = `Name,Email,Department,Post,Manager\nDi Newcomer,di@ashmere.example,Libraries,Librarian,Ada Marsh`;

/** The people, posts, departments and teams; cover, leads and leaving. */
export async function directoryVisits({ people }: Stage): Promise<Visits> {
  const { administrator } = people;
  const send = async (path: string, fields: Record<string, string>): Promise<string> =>
    (await administrator.post(path, fields)).location!;
  const person = (name: string, more = {}) =>
    send(PEOPLE, {
      name,
      email: `${name.toLowerCase().replace(/\W+/g, '.')}@ashmere.example`.slice(-60),
      kind: 'staff',
      language: 'en',
      ...more,
    });
  const department = await send('/directory/departments', { name: 'Place' });
  const id = department.split('/').at(-1)!;
  await send('/directory/departments', { name: `Housing, ${LONG_WORD}`, within: id });
  const ada = await person('Ada Marsh', { department: id, phone: '01632 960 001' });
  const long = await person(`Bo ${LONG_WORD}`, { manager: 'Ada Marsh' });
  const gone = await person('Lena Gone', { manager: 'Ada Marsh' });
  const post = await send('/directory/posts', { name: 'Ward Sergeant', within: id });
  const vacant = await send('/directory/posts', { name: `Head of ${LONG_WORD}` });
  await send(`${post}/holdings`, { who: 'Ada Marsh', as: 'holder', ...days('from', '2') });
  await send(`${post}/holdings`, { who: 'Lena Gone', as: 'deputy' });
  await send('/directory/areas/new', { kind: 'ward', name: `Mill ${LONG_WORD}`, code: '' });
  const forArea = await send('/directory/posts', {
    name: 'Ward Sergeant',
    within: id,
    area: `Mill ${LONG_WORD}`,
  });
  const team = await send('/directory/teams', { name: 'Press office', within: id });
  await send(`${team}/members`, { who: 'Ada Marsh', leads: 'yes' });
  await send(`${team}/members`, { who: 'Lena Gone' });
  const portfolio = await send('/directory/portfolios', { name: 'Homes', holder: 'Ada Marsh' });
  await send('/directory/leads', { who: 'Ada Marsh', of: 'everything' });
  await send('/directory/leads', { who: 'Ward Sergeant', of: `department:${id}` });
  await send(`${ada}/covers`, { by: `Bo ${LONG_WORD}`, ...days('from', '3'), ...days('to', '4') });
  await send(`${gone}/leaving`, days('ends', '3'));
  await send('/organisation/owners', { name: 'A. Marsh', kind: 'person', initials: '' });
  const give = async (at: string, content: string) =>
    (await administrator.upload(`${PEOPLE}/${at}`, { name: 'people.csv', content })).location!;
  const [made, wrong] = [await give('import-and-departments', FILE), await give('import', FILE)];
  const as = 'administrator' as const;
  const viewer = 'viewer' as const;
  const seen = [
    ['GET /directory/departments/:department', department],
    ['GET /directory/posts/:post', post],
    ['GET /directory/teams/:team', team],
    ['GET /directory/portfolios/:portfolio', portfolio],
  ] as const;
  return {
    visits: [
      { route: 'GET /directory', state: 'with people', path: '/directory', as, keyboard: true },
      { route: 'GET /directory', state: 'with none', path: '/directory', as: 'newcomer' },
      { route: 'GET /directory', state: 'with posts', path: '/directory?kind=post', as },
      { route: 'GET /directory', state: 'with departments', path: '/directory?kind=department', as: viewer },
      { route: 'GET /directory', state: 'with portfolios', path: '/directory?kind=portfolio', as },
      { route: 'GET /directory', state: 'with nobody found', path: '/directory?q=zzz', as: viewer },
      ...['department', 'post', 'team', 'portfolio'].map(kind => ({
        route: `POST /directory/${kind}s`,
        state: 'without a name',
        path: `/directory?kind=${kind}`,
        as,
        status: 422,
        act: press('Add'),
      })),
      ...seen.flatMap(([route, path]) => [
        { route, state: 'for a lead', path, as, keyboard: route.includes('post') },
        { route, state: 'for a viewer', path, as: viewer },
      ]),
      { route: 'GET /directory/posts/:post', state: 'held by nobody', path: vacant, as },
      { route: 'GET /directory/posts/:post', state: 'for an area', path: forArea, as },
      {
        route: 'POST /directory/posts/:post/holdings',
        state: 'with nobody named',
        path: post,
        as,
        status: 422,
        act: press('Add'),
      },
      {
        route: 'POST /directory/teams/:team/members',
        state: 'with nobody named',
        path: team,
        as,
        status: 422,
        act: press('Add'),
      },
      { route: 'GET /directory/people/new', state: 'empty', path: `${PEOPLE}/new`, as, keyboard: true },
      {
        route: 'POST /directory/people',
        state: 'without a name',
        path: `${PEOPLE}/new`,
        as,
        status: 422,
        act: press('Add'),
      },
      { route: 'GET /directory/people/:person', state: 'away and covered', path: ada, as, keyboard: true },
      { route: 'GET /directory/people/:person', state: 'with a long name', path: long, as: viewer },
      { route: 'GET /directory/people/:person', state: 'who left', path: gone, as },
      { route: 'GET /directory/people/:person/edit', state: 'filled in', path: `${ada}/edit`, as },
      {
        route: 'POST /directory/people/:person/covers',
        state: 'with nobody named',
        path: ada,
        as,
        status: 422,
        act: press('Save cover'),
      },
      {
        route: 'GET /directory/people/:person/leaving',
        state: 'with much to hand over',
        path: `${ada}/leaving`,
        as,
        keyboard: true,
      },
      { route: 'GET /directory/people/:person/leaving', state: 'who left', path: `${gone}/leaving`, as },
      {
        route: 'POST /directory/people/:person/leaving',
        state: 'without a day',
        path: `${ada}/leaving`,
        as,
        status: 422,
        act: press('Save and hand over'),
      },
      { route: 'GET /directory/people/from-file', state: 'as it is', path: `${PEOPLE}/from-file`, as },
      { route: 'GET /directory/people/import', state: 'empty', path: `${PEOPLE}/import`, as },
      {
        route: 'GET /directory/people/import-and-departments',
        state: 'empty',
        path: `${PEOPLE}/import-and-departments`,
        as,
      },
      {
        route: 'GET /directory/people/import-and-departments/:givenTable',
        state: 'with new ones',
        path: made,
        as,
      },
      {
        route: 'GET /directory/people/import/:givenTable',
        state: 'with cells to put right',
        path: wrong,
        as,
      },
      { route: 'GET /directory/leads', state: 'with some', path: '/directory/leads', as, keyboard: true },
      { route: 'GET /directory/leads', state: 'with none', path: '/directory/leads', as: 'newcomer' },
      {
        route: 'POST /directory/leads',
        state: 'with nobody named',
        path: '/directory/leads',
        as,
        status: 422,
        act: press('Save'),
      },
      {
        route: 'GET /organisation/owners/meant',
        state: 'with offers',
        path: '/organisation/owners/meant',
        as,
      },
    ],
    noPages: ['import', 'import-and-departments'].flatMap(at => [
      { route: `GET ${PEOPLE}/${at}/example.csv`, because: 'it is a file' },
      { route: `GET ${PEOPLE}/${at}/:givenTable/problems.csv`, because: 'it is a file' },
      { route: `GET ${PEOPLE}/${at}/:givenTable/status`, because: 'a script asks it' },
    ]),
  };
}

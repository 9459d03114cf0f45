import type { Person } from '../../support/site.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const as = 'editor' as const;

/** Calendars of each kind, with entries typed, chosen and from files, and files in every state. */
export async function calendarsVisits({ people, site }: Stage): Promise<Visits> {
  const { editor } = people;
  const made = async (name: string, kind: string) =>
    (await editor.post('/calendars/new', { name, kind, area: '' })).location!;
  const give = async (at: string, content: string, name: string) =>
    (await editor.upload(`${at}/import`, { name, content })).location!;
  const [meetings, empty] = [
    await made('Meetings of the council', 'meetings'),
    await made('Fairs', 'events'),
  ];
  const [festivals, elections] = [await made('Days', 'festivals'), await made('Elections', 'elections')];
  const stored = await give(meetings, ics([...COUNCIL, LONG]), 'meetings.ics');
  await editor.post(`${stored}/confirm`);
  site.clock.advance({ minutes: 1 });
  const lacking = await give(meetings, ics(COUNCIL.slice(1)), 'meetings.ics');
  await editor.post(`${await give(meetings, ics(COUNCIL.slice(0, 2)), 'meetings.ics')}/confirm`);
  const fresh = await give(empty, 'Title,Date,End date\nSpring fair,3 May 2025,5 May 2025', 'fairs.csv');
  const wrong = await give(empty, `Title,Date,Time\n,31/02/2025,late\n${LONG_WORD},soon,`, 'fairs.csv');
  await editor.post(`${festivals}/known-days`, { days: ['Halloween', 'Pride Month'], years: '2' });
  await poll(editor, elections, 'Borough election', ['1', '5', '2025']);
  await poll(editor, elections, LONG_NAME, ['7', '5', '2026']);
  const entries = (await editor.get(meetings)).dom.querySelectorAll('tbody th a');
  const [first, second] = entries.map(link => link.getAttribute('href')!);
  await editor.post(`${second}/cancel`);
  const election = (await editor.get(elections)).dom.querySelector('tbody th a')!.getAttribute('href')!;
  const file = { route: 'GET /calendars/:calendar/import/:givenTable', as };
  return {
    visits: [
      { route: 'GET /calendars', state: 'with some', path: '/calendars', as, keyboard: true },
      { route: 'GET /calendars', state: 'with none', path: '/calendars', as: 'newcomer' },
      { route: 'GET /calendars', state: 'for a viewer', path: '/calendars', as: 'viewer' },
      { route: 'GET /calendars/new', state: 'empty', path: '/calendars/new', as, keyboard: true },
      {
        ...{ route: 'POST /calendars/new', state: 'with nothing typed', path: '/calendars/new', as },
        ...{ act: press('Add'), status: 422 },
      },
      {
        ...{ route: 'GET /calendars/:calendar', state: 'with what a file did not have', path: meetings, as },
        keyboard: true,
      },
      { route: 'GET /calendars/:calendar', state: 'with nothing in it', path: empty, as },
      { route: 'GET /calendars/:calendar', state: 'of elections', path: elections, as: 'viewer' },
      { route: 'GET /calendars/:calendar', state: 'of festivals', path: festivals, as },
      { route: 'GET /calendars/:calendar/edit', state: 'of meetings', path: `${meetings}/edit`, as },
      { route: 'GET /calendars/:calendar/remove', state: 'of meetings', path: `${meetings}/remove`, as },
      {
        ...{ route: 'GET /calendars/:calendar/known-days', state: 'of festivals', as },
        ...{ path: `${festivals}/known-days`, keyboard: true },
      },
      {
        ...{ route: 'POST /calendars/:calendar/known-days', state: 'with none ticked', as },
        ...{ path: `${festivals}/known-days`, act: press('Add'), status: 422 },
      },
      {
        ...{ route: 'GET /calendars/:calendar/entries/new', state: 'of meetings', as },
        ...{ path: `${meetings}/entries/new`, keyboard: true },
      },
      {
        ...{ route: 'POST /calendars/:calendar/entries/new', state: 'of elections, with nothing typed', as },
        ...{ path: `${elections}/entries/new`, act: press('Add'), status: 422 },
      },
      {
        ...{ route: 'GET /calendars/:calendar/entries/:entry', state: 'of a meeting', path: first!, as },
        keyboard: true,
      },
      { route: 'GET /calendars/:calendar/entries/:entry', state: 'that is cancelled', path: second!, as },
      {
        route: 'GET /calendars/:calendar/entries/:entry',
        state: 'an election',
        path: election,
        as: 'viewer',
      },
      {
        ...{ route: 'GET /calendars/:calendar/entries/:entry/edit', state: 'of a meeting', as },
        path: `${first}/edit`,
      },
      {
        ...{ route: 'GET /calendars/:calendar/import', state: 'empty', path: `${meetings}/import`, as },
        keyboard: true,
      },
      {
        ...{ route: 'POST /calendars/:calendar/import', state: 'without a file', as },
        ...{ path: `${meetings}/import`, act: press('Look at it first'), status: 422 },
      },
      { ...file, state: 'that lacks what another had', path: lacking },
      { ...file, state: 'with something new', path: fresh, keyboard: true },
      { ...file, state: 'with cells to put right', path: wrong },
      { ...file, state: 'that is stored', path: stored },
    ],
    noPages: ['example.csv', ':givenTable/problems.csv'].map(path => ({
      ...{ route: `GET /calendars/:calendar/import/${path}`, because: 'it is a file' },
    })),
  };
}

const COUNCIL = [
  ['council', 'Full council', '20250514T190000'],
  ['cabinet', 'Cabinet', '20250611T183000'],
  ['panel', 'Scrutiny panel', '20250709T183000'],
];
const LONG = ['long', LONG_WORD, '20251008T183000'];

const ics = (events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap(([uid, title, at]) => [
      ...['BEGIN:VEVENT', `UID:${uid}`, `DTSTART;TZID=Europe/London:${at}`, `SUMMARY:${title}`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

const poll = (editor: Person, at: string, title: string, [day, month, year]: string[]) =>
  editor.post(`${at}/entries/new`, {
    ...{ title, poll: 'local', area: '' },
    ...{ 'first-day': day!, 'first-month': month!, 'first-year': year! },
  });

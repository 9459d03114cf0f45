import { csv, editionsOn, LINES, type Line, withLine } from '../../support/editions.ts';
import { givenInAndRead } from '../../support/given-in.ts';
import type { Stage } from './stage.ts';
import { LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

const LONG_CELL = `${'Tell every household in the ward what was decided and why. '.repeat(30)}${LONG_WORD}`;

/** Later editions of a plan: offered, compared with something of every kind, worked in, taken back or not any more. */
export async function editionsVisits({ site, people: { editor } }: Stage): Promise<Visits> {
  const { madePlan, givenAsEdition, editLine, accept } = editionsOn(site);
  const made = await madePlan(editor, csv(withLine(3, { 1: LONG_WORD })), 'Editions.csv');
  for (const number of [0, 4]) await editLine(editor, made.plan, number, { owner: `Mae Lund ${number}` });
  const edition: Line[] = [
    [LINES[0]![0], `Their team ${LONG_WORD}`, '31 July 2025'],
    LINES[1]!,
    ['Publish the new flood leaflet for everybody in four languages and in large print', LONG_CELL, 'Weekly'],
    ['Brief parish and town councils about gritting', 'Roads', 'Each winter'],
    [LONG_CELL, 'Events team', 'Weekly'],
  ];
  const compared = `/readings/${await givenAsEdition(editor, made.plan, csv(edition), 'Compared.csv')}`;
  const other = await madePlan(editor, csv(withLine(1, { 1: 'Libraries' })), 'Other.csv');
  const worked = await givenAsEdition(
    editor,
    other.plan,
    csv(withLine(1, { 1: 'Museums' })),
    'Worked in.csv',
  );
  await accept(editor, worked);
  const likely = await givenInAndRead(site, editor, csv(withLine(2, { 1: 'Web team' })), 'Likely.csv');
  const as = 'editor' as const;
  // lines may be linked with registers after they were compared: whoever looks has that done anew
  const comparedAnew = async () => {
    await editor.get(`${compared}/merge`);
    await site.runJobs();
  };
  const shown = ['conflicts', 'doubtful', 'changed', 'new', 'gone', 'unchanged'];
  return {
    visits: [
      { route: 'GET /readings/:id', state: 'that looks like an edition', path: `/readings/${likely}`, as },
      { route: 'GET /readings/:id', state: 'that is an edition', path: compared, as },
      {
        route: 'GET /readings/:id/edition',
        state: 'with a likely plan',
        path: `/readings/${likely}/edition`,
        as,
        keyboard: true,
      },
      {
        route: 'GET /readings/:id/edition',
        state: 'with a search that finds none',
        path: `/readings/${likely}/edition?q=${LONG_WORD}`,
        as,
      },
      ...shown.map(show => ({
        route: 'GET /readings/:id/merge',
        state: `showing ${show}`,
        path: `${compared}/merge?show=${show}`,
        as,
        keyboard: show === 'conflicts',
      })),
      {
        route: 'POST /readings/:id/merge',
        state: 'with an answer kept',
        path: `${compared}/merge?show=conflicts`,
        as,
        before: comparedAnew,
        act: press('Keep these answers'),
      },
      { route: 'GET /readings/:id/merge', state: 'worked in', path: `/readings/${worked}/merge`, as },
      { route: 'GET /readings/:id/undo', state: 'before it is', path: `/readings/${worked}/undo`, as },
      {
        route: 'GET /readings/:id/undo',
        state: 'with lines changed since',
        path: `/readings/${made.reading}/undo`,
        as,
      },
    ],
    noPages: [{ route: 'GET /readings/:id/merge/status', because: 'a script asks it' }],
  };
}

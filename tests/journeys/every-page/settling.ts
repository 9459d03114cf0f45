import type { Page } from 'playwright-core';
import { JPEG } from '../../support/pictures.ts';
import { daysSeries, stagedPromise } from '../../support/promises.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const as = 'editor' as const;

/** Ticks what is missed, and goes on to say what became of it. */
async function tickAndSay(page: Page): Promise<void> {
  for (const tick of (await page.locator('input[name=occurrence]').all()).slice(0, 3)) await tick.check();
  await page.locator('#settle button').click();
}

/** Dates of promises in every state, and the pages on which something is said of them. */
export async function settlingVisits({ people: { editor }, site }: Stage): Promise<Visits> {
  const now = site.clock.now();
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const on = (days: number) => today.add({ days }).toString();
  const due = async (about: string, days: number[], more: { conditional?: boolean } = {}) => {
    const { promise } = await site.within(editor.organisation, inside =>
      stagedPromise(inside, {
        ...{ series: daysSeries(...days.map(on)), now, what: about, about, phrase: 'Monthly, if applicable' },
        ...{ from: on(-60), ...more },
      }),
    );
    await site.runJobs();
    const rows = await site.within(editor.organisation, ({ db }) =>
      db.selectFrom('occurrences').select('id').where('promise_id', '=', promise).orderBy('by_day').execute(),
    );
    return { promise, ids: rows.map(({ id }) => id), pages: rows.map(({ id }) => `/occurrences/${id}`) };
  };
  const panels = await due(
    'Hold a ward panel in every ward and tell residents of it',
    [-42, -28, -14, 0, 14],
  );
  const [late, excused, missed, today_, planned] = panels.pages as [string, string, string, string, string];
  const { day, month, year } = today;
  const done = { said: 'done', 'done-day': `${day}`, 'done-month': `${month}`, 'done-year': `${year}` };
  const came = { note: 'Held at the library.', attendance: '31', feedback: 'More benches, please.' };
  await editor.upload(`${late}/settle`, { name: 'The hall.jpg', content: JPEG }, { ...done, ...came });
  await editor.upload(`${excused}/settle`, [], { said: 'excused', 'why-excused': `Flood. ${LONG_WORD}` });
  const many = await due(LONG_NAME, [-3, -2, -1], { conditional: true });
  const said = { step: 'said', occurrence: many.ids.slice(0, 2), said: 'done', when: 'in-time', ...came };
  const settled = (await editor.post('/occurrences/settle', said)).location!;
  const mistaken = { ...said, occurrence: many.ids.slice(2) };
  const takenBack = (await editor.post('/occurrences/settle', mistaken)).location!;
  await editor.post(`${takenBack}/undo`);
  const off = await due('Post every week', [7, 14]);
  const postponed = `/promises/${off.promise}/postpone`;
  const until = today.add({ days: 30 });
  const untilFields = {
    ...{ 'until-day': `${until.day}`, 'until-month': `${until.month}`, 'until-year': `${until.year}` },
  };
  await editor.post(postponed, { version: '1', why: 'The team moves.', ...untilFields });
  const one = { route: 'GET /occurrences/:occurrence', as };
  return {
    visits: [
      { ...one, state: 'due today', path: today_, keyboard: true },
      { ...one, state: 'for a viewer', path: today_, as: 'viewer' },
      { ...one, state: 'done late, with what shows it', path: late },
      { ...one, state: 'excused', path: excused },
      { ...one, state: 'missed', path: missed },
      { ...one, state: 'planned', path: planned },
      { ...one, state: 'postponed', path: off.pages[0]! },
      { ...one, state: 'conditional, of a long name', path: many.pages[2]! },
      {
        ...{ route: 'POST /occurrences/:occurrence/settle', state: 'with nothing said', path: today_, as },
        ...{ act: press('Keep what became of it'), status: 422 },
      },
      {
        ...{
          route: 'GET /occurrences/:occurrence/move',
          state: 'of one to come',
          path: `${planned}/move`,
          as,
        },
        keyboard: true,
      },
      {
        ...{ route: 'POST /occurrences/:occurrence/move', state: 'without a reason', as },
        ...{ path: `${planned}/move`, act: press('Move it'), status: 422 },
      },
      {
        ...{ route: 'GET /occurrences/settled/:settling', state: 'of two', path: settled, as },
        keyboard: true,
      },
      {
        ...{ route: 'GET /occurrences/settled/:settling', state: 'that was taken back', as },
        path: takenBack,
      },
      {
        ...{ route: 'POST /occurrences/settle', state: 'of those that were ticked', as },
        ...{ path: '/occurrences?state=missed', act: tickAndSay, keyboard: true },
      },
      {
        ...{ route: 'GET /promises/:promise/postpone', state: 'of one that goes on', as },
        path: `/promises/${panels.promise}/postpone`,
      },
      { route: 'GET /promises/:promise/postpone', state: 'of one that is postponed', path: postponed, as },
      {
        ...{ route: 'POST /promises/:promise/postpone', state: 'with nothing said', as },
        ...{ path: `/promises/${panels.promise}/postpone`, act: press('Postpone it'), status: 422 },
      },
    ],
    noPages: [{ route: 'GET /occurrences/:occurrence/files/:file', because: 'gives a file' }],
  };
}

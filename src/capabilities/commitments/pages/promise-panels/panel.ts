import type { Within } from '../../../../platform/database/database.ts';
import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { calendarNames } from '../../queries/calendar-names.ts';
import { planOfClause } from '../../queries/clause.ts';
import { progressOf } from '../../queries/progress.ts';
import { promisesOfClause, promisesOfLine, type StoredPromise } from '../../queries/promises.ts';
import { spreadNames } from '../../queries/spread-names.ts';
import { type TimedLine, timedLines } from '../../queries/timed-lines.ts';
import { spreadInWords } from '../../rules/spread-words.ts';
import { short, standsInWords } from '../plan-promises/kept-row.ts';
import { type WhoDoesIt, whoDoesThem } from '../promise/who-does-it.ts';
import { promiseAddress, promisesOf } from '../promise-addresses.ts';
import { ofCalendar } from './of-calendar.ts';

/** What is promised of a line, and how it stands. About: `plan`, `line`, `timings` (how many it has), `today`, `mayEdit`. */
const ofLine: Panel = async (within, { plan = '', line = '', timings = '0', today = '', mayEdit = '' }) => {
  const promises = await promisesOfLine(within, line);
  const made = promises.filter(({ read }) => read).length;
  const on = Temporal.PlainDate.from(today);
  const [stands] = promises.length ? await timedLines(within, plan, line) : [];
  return renderView('commitments/pages/promise-panels/promises.njk', {
    promises: await shown(within, promises, on),
    ...(await doing(within, promises, stands, on)),
    open: Math.max(0, Number(timings) - made),
    all: promisesOf(plan),
    another: mayEdit ? `${promisesOf(plan)}/new?line=${line}` : undefined,
  });
};

/** The same of a clause, which may bind whoever holds a post. About: `entry`, `today`, `mayEdit`. */
const ofClause: Panel = async (within, { entry = '', today = '', mayEdit = '' }) => {
  const [promises, plan] = [await promisesOfClause(within, entry), await planOfClause(within, entry)];
  if (!promises.length && !(plan && mayEdit)) return '';
  return renderView('commitments/pages/promise-panels/promises.njk', {
    promises: await shown(within, promises, Temporal.PlainDate.from(today)),
    open: 0,
    another: plan && mayEdit ? `${promisesOf(plan)}/new?clause=${entry}` : undefined,
  });
};

type Doing = WhoDoesIt & { spread: boolean };

/** Said once where one does all of them, as is the rule. */
async function doing(
  within: Within,
  promises: StoredPromise[],
  line: TimedLine | undefined,
  on: Temporal.PlainDate,
): Promise<{ whos: Doing[]; oneDoes: boolean }> {
  const found = await whoDoesThem(within, promises, line, on);
  const whos = found.map((who, at) => ({ ...who, spread: promises[at]!.spread !== null }));
  return { whos, oneDoes: new Set(whos.map(who => JSON.stringify(who))).size === 1 };
}

async function shown(
  within: Within,
  promises: StoredPromise[],
  today: Temporal.PlainDate,
): Promise<object[]> {
  if (!promises.length) return [];
  const ids = promises.map(({ id }) => id);
  const [calendars, names, progress] = [
    await calendarNames(
      within,
      promises.map(({ series }) => series),
    ),
    await spreadNames(
      within,
      promises.map(({ spread }) => spread),
    ),
    await progressOf(within, ids, today),
  ];
  return promises.map(({ id, series, spread, postponedUntil }) => {
    const stands = progress.get(id);
    return {
      href: promiseAddress(id),
      words: seriesInWords(series, series.kind === 'beside' ? calendars.get(series.calendar) : undefined),
      whom: spread && spreadInWords(spread, names),
      stands: stands?.by ? standsInWords(stands, today) : undefined,
      next: stands?.next && !stands.by?.equals(stands.next) && short(stands.next, today),
      postponed: postponedUntil,
    };
  });
}

export const promisePanels: Record<string, Panel> = {
  'promises of a line': ofLine,
  'promises of clauses': ofClause,
  'promises of a calendar': ofCalendar,
};

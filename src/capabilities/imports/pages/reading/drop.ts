import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { dropRows } from '../../actions/rows.ts';
import { type LinePlace, linePlace } from '../line/line-place.ts';
import { CLOSED, tell } from '../tell.ts';
import { readingOf } from '../which-reading.ts';
import { reviewPage } from './page.ts';
import { asked, readQuery } from './query.ts';
import { loadReview } from './review.ts';

/** The most letters that a reason may have. */
export const LONGEST_REASON = 300;

/** Leaves out all ticked lines of a page, for one reason. */
export async function postDrop(visit: SignedInVisit): Promise<Answer> {
  const query = readQuery(visit.query);
  const ticked = [visit.form.line ?? []].flat().map(String);
  const reason = reasonOf(visit);
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    if (!reading) return notFound;
    const here = `/readings/${reading.id}?${asked({ ...query, page: query.page })}`;
    const places = ticked.flatMap(placeOfTick);
    const problem = problemWith(places, reason);
    if (problem && reading.status === 'read' && reading.outline) {
      const review = await loadReview(within, reading, query);
      const answers = { reason: String(visit.form.reason ?? '') };
      return reviewPage(visit, { reading, review, ticked }, query, { errors: problem, answers });
    }
    const done = await dropRows(within, reading.id, places, reason, visit.now());
    if (isRefused(done)) return tell(here, done.refused === 'not-open' ? CLOSED : NO_SUCH_LINE);
    return redirect(here, leftOut(done.lines));
  });
}

export const reasonOf = ({ form }: SignedInVisit): string =>
  typeof form.reason === 'string' ? form.reason.replace(/\s+/g, ' ').trim() : '';

export function problemWith(places: LinePlace[], reason: string) {
  if (!places.length) return fieldProblem('lines', 'Tick the lines that are no lines of the plan');
  if (!reason) return fieldProblem('reason', 'Say why it is left out: a note, a total, a heading');
  if (reason.length > LONGEST_REASON)
    return fieldProblem('reason', `The reason must be ${LONGEST_REASON} characters or fewer`);
  return undefined;
}

export const NO_SUCH_LINE = 'These lines are no longer there as they were. Look once more.';

export const leftOut = (lines: number): string =>
  `${count(lines, 'line was', 'lines were')} left out. The words stand in the remainder, and the reason under what was put right.`;

function placeOfTick(tick: string): LinePlace[] {
  const [table, row] = tick.split('/');
  const place = linePlace.safeParse({ table, row }).data;
  return place ? [place] : [];
}

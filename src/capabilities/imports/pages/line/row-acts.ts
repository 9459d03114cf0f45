import { isRefused } from '../../../../language/refusal.ts';
import { type Answer, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { dropRows, joinRows } from '../../actions/rows.ts';
import { leftOut, NO_SUCH_LINE, problemWith, reasonOf } from '../reading/drop.ts';
import { CLOSED, tell } from '../tell.ts';
import { lineAddress } from './line-place.ts';
import { showLine } from './page.ts';
import { onLine } from './parts.ts';

/** Leaves the row out of the plan; its words go to the remainder. */
export function postDropRow(visit: SignedInVisit): Promise<Answer> {
  const reason = reasonOf(visit);
  return onLine(visit, async (within, { reading, line }, here) => {
    const errors = problemWith([line.line.at], reason);
    if (errors && reading.status === 'read') {
      const answers = { reason: String(visit.form.reason ?? '') };
      return showLine(within, visit, { reading, line }, { errors, answers });
    }
    const done = await dropRows(within, reading.id, [line.line.at], reason, visit.now());
    if (isRefused(done)) return tell(here, done.refused === 'not-open' ? CLOSED : NO_SUCH_LINE);
    return redirect(here, leftOut(done.lines));
  });
}

const NOT_JOINED = {
  'not-open': CLOSED,
  'no-row-beside': 'There is no row of the same table there, so nothing was joined.',
  'already-parted':
    'One of the two rows was made into several lines. Make one line of them again, then join.',
};

/** Joins the row to the one above it, or the one below to it. */
export function postBeside(visit: SignedInVisit): Promise<Answer> {
  const beside = visit.form.beside === 'below' ? 'below' : 'above';
  return onLine(visit, async (within, { reading, line }, here) => {
    const done = await joinRows(within, reading.id, line, beside, visit.now());
    if (isRefused(done)) return tell(`${here}/lines/${lineAddress(line.line.at)}`, NOT_JOINED[done.refused]);
    return redirect(`${here}/lines/${lineAddress(done.at)}`, 'The two rows are one line now.');
  });
}

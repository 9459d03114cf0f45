import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { correctCells } from '../../actions/correct.ts';
import { joinRow, partRow } from '../../actions/rows.ts';
import type { StoredLine, StoredReading } from '../../stored-reading.ts';
import { CLOSED, tell } from '../tell.ts';
import { changedCells } from './line.ts';
import { lineAddress, placeOf } from './line-place.ts';
import { find, movedOn } from './page.ts';

const asked = z.object({
  /** Given where the row is parted at the doubt about it: the number of the doubt, from 1. */
  number: z.coerce.number().int().min(1).max(1e6).optional().catch(undefined),
  field: z.string().max(300).catch(''),
  answer: z.string().max(20_000).optional().catch(undefined),
});

const NO_PAIRS = 'No pairs are offered for this line any more, so it stays one line.';
const LOOK_AGAIN =
  'The cell was read again with what you wrote. Look at its pairs before you make lines of them.';

/** The pairs are taken: the row becomes a line for each. Words that were written into the doubt's answer count first. */
export function postPart(visit: SignedInVisit): Promise<Answer> {
  const { number, field, answer } = asked.parse(visit.form);
  return onLine(visit, async (within, { reading, line }, here) => {
    const whole = `${here}/lines/${lineAddress(line.line.at)}`;
    const cells = answer === undefined ? [] : changedCells(line.line, { [field]: answer });
    if (cells.length) {
      const corrected = await correctCells(within, reading.id, cells, visit.now());
      return tell(whole, isRefused(corrected) ? CLOSED : LOOK_AGAIN);
    }
    const done = await partRow(within, reading.id, line, visit.now());
    if (isRefused(done)) return tell(whole, done.refused === 'no-pairs' ? NO_PAIRS : CLOSED);
    const first = `${here}/lines/${lineAddress({ ...line.line.at, part: 1 })}`;
    return redirect(
      number ? `${here}?doubt=${number}&next=yes` : first,
      `Line ${line.position} became ${done.lines} lines, each with its own timing.`,
    );
  });
}

/** The lines of a row become one again. */
export function postJoin(visit: SignedInVisit): Promise<Answer> {
  return onLine(visit, async (within, { reading, line }, here) => {
    const { part: _part, ...row } = line.line.at;
    const done = await joinRow(within, reading.id, line, visit.now());
    if (isRefused(done)) return tell(`${here}/lines/${lineAddress(line.line.at)}`, CLOSED);
    return redirect(
      `${here}/lines/${lineAddress(row)}`,
      `The ${line.line.parts ?? 1} lines of the row are one line again.`,
    );
  });
}

export type Found = { reading: StoredReading; line: StoredLine };

export async function onLine(
  visit: SignedInVisit,
  act: (within: Within, found: Found, here: string) => Promise<Answer>,
): Promise<Answer> {
  const at = placeOf(visit);
  if (!at) return notFound;
  return visit.within(async within => {
    const found = await find(within, visit, at);
    return found ? act(within, found, `/readings/${found.reading.id}`) : movedOn(within, visit, at);
  });
}

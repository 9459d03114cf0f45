import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
  timesOf,
} from '../../../../platform/http/visit.ts';
import { correctCells } from '../../actions/correct.ts';
import { lineAt, type Neighbours, neighbours } from '../../queries/lines.ts';
import type { StoredLine, StoredReading } from '../../stored-reading.ts';
import { waitForReading } from '../reading/wait.ts';
import { CLOSED, tell } from '../tell.ts';
import { idOf, readingOf, trailTo } from '../which-reading.ts';
import { changedCells, lineFacts } from './line.ts';
import { type LinePlace, lineAddress, otherwise, placeOf } from './line-place.ts';

/** One line of a reading: as printed, as read, and every cell to be put right. */
export async function linePage(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  const at = placeOf(visit);
  if (!id || !at) return notFound;
  if ((await waitForReading(visit, id))?.status === 'waiting') return redirect(`/readings/${id}`);
  const found = await visit.within(async within => {
    const there = await find(within, visit, at);
    return there && { ...there, beside: await neighbours(within, there.reading.id, there.line.position) };
  });
  if (!found) return toWhereItStands(visit, at);
  const { reading, line } = found;
  return page(
    'imports/pages/line/line.njk',
    { reading, ...lineFacts(reading, line, timesOf(visit)), beside: waysTo(found) },
    { title: `Line ${line.position}`, trail: trailTo(reading, `Line ${line.position}`), place: '/plans' },
  );
}

/** For whoever comes back to the page of a row that is several lines by now, or of a line that is part of a whole again. */
async function toWhereItStands(visit: SignedInVisit, at: LinePlace): Promise<Answer> {
  const found = await visit.within(within => find(within, visit, otherwise(at)));
  return found ? redirect(`/readings/${found.reading.id}/lines/${lineAddress(otherwise(at))}`) : notFound;
}

function waysTo({ reading, beside: { before, after } }: { reading: StoredReading; beside: Neighbours }) {
  const way = (at: Neighbours['before']) => at && `/readings/${reading.id}/lines/${lineAddress(at)}`;
  return { before: way(before), after: way(after) };
}

export async function find(within: Within, visit: SignedInVisit, at: LinePlace) {
  const reading = await readingOf(within, visit);
  const line = reading?.outline && (await lineAt(within, reading.id, at));
  return reading && line && { reading, line };
}

/** Cells put right: only those that differ from what was read are kept, and the document is read again with them. */
export async function postLine(visit: SignedInVisit): Promise<Answer> {
  const at = placeOf(visit);
  if (!at) return notFound;
  return visit.within(async within => {
    const found = await find(within, visit, at);
    return found ? correct(within, visit, found.reading, found.line) : movedOn(within, visit, at);
  });
}

const MOVED_ON =
  'This row was made into several lines, or these into one, since you opened the page. Look once more.';

/** A form of a line that is no longer there: nothing of it is done. */
export async function movedOn(within: Within, visit: SignedInVisit, at: LinePlace): Promise<Answer> {
  const found = await find(within, visit, otherwise(at));
  return found
    ? tell(`/readings/${found.reading.id}/lines/${lineAddress(otherwise(at))}`, MOVED_ON)
    : notFound;
}

async function correct(
  within: Within,
  visit: SignedInVisit,
  reading: StoredReading,
  { line, position }: StoredLine,
) {
  const here = `/readings/${reading.id}/lines/${lineAddress(line.at)}`;
  const cells = changedCells(line, visit.form);
  if (!cells.length) return tell(here, 'Nothing was changed in this line.');
  const done = await correctCells(within, reading.id, cells, visit.now());
  if (isRefused(done)) return tell(here, CLOSED);
  return redirect(here, `Line ${position} was read again with what you put right.`);
}

import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
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
  return visit.within(async within => {
    const found = await find(within, visit, at);
    return found ? showLine(within, visit, found) : toWhereItStands(within, visit, at);
  });
}

type Found = { reading: StoredReading; line: StoredLine };

/** `errors`: what is wrong with one of its forms, whose answers are kept. */
export async function showLine(
  within: Within,
  visit: SignedInVisit,
  { reading, line }: Found,
  refused: { errors: PageError[]; answers: Record<string, string> } = { errors: [], answers: {} },
): Promise<Answer> {
  const beside = waysTo(reading, line, await neighbours(within, reading.id, line.position));
  return page(
    'imports/pages/line/line.njk',
    { reading, ...lineFacts(reading, line, timesOf(visit)), beside, ...refused },
    { title: `Line ${line.position}`, trail: trailTo(reading, `Line ${line.position}`), place: '/plans' },
    refused.errors.length ? 422 : 200,
  );
}

/** For whoever comes back to the page of a row that is several lines by now, or of a line that is part of a whole again. */
async function toWhereItStands(within: Within, visit: SignedInVisit, at: LinePlace): Promise<Answer> {
  const found = await find(within, visit, otherwise(at));
  return found ? redirect(`/readings/${found.reading.id}/lines/${lineAddress(otherwise(at))}`) : notFound;
}

/** The lines before and after, and whether the row may be joined to theirs: only within a table, and whole rows. */
function waysTo(reading: StoredReading, { line }: StoredLine, { before, after }: Neighbours) {
  const way = (at: Neighbours['before']) => at && `/readings/${reading.id}/lines/${lineAddress(at)}`;
  const joins = (at: Neighbours['before']) => at?.table === line.at.table && at.part === undefined;
  return {
    before: way(before),
    after: way(after),
    joinsAbove: joins(before),
    joinsBelow: joins(after),
  };
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

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
import { lineAt, neighbours } from '../../queries/lines.ts';
import type { StoredLine, StoredReading } from '../../stored-reading.ts';
import { waitForReading } from '../reading/wait.ts';
import { idOf, readingOf, trailTo } from '../which-reading.ts';
import { changedCells, lineFacts } from './line.ts';
import { type LinePlace, linePlace } from './line-place.ts';

/** One line of a reading: as printed, as read, and every cell to be put right. */
export async function linePage(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  const at = linePlace.safeParse(visit.params).data;
  if (!id || !at) return notFound;
  if ((await waitForReading(visit, id))?.status === 'waiting') return redirect(`/readings/${id}`);
  const found = await visit.within(within => find(within, visit, at));
  if (!found) return notFound;
  const { reading, line, beside } = found;
  return page(
    'imports/pages/line/line.njk',
    { reading, ...lineFacts(reading, line, timesOf(visit)), beside },
    { title: `Line ${line.position}`, trail: trailTo(reading, `Line ${line.position}`), place: '/plans' },
  );
}

async function find(within: Within, visit: SignedInVisit, at: LinePlace) {
  const reading = await readingOf(within, visit);
  const line = reading?.outline && (await lineAt(within, reading.id, at));
  return reading && line && { reading, line, beside: await neighbours(within, reading.id, line.position) };
}

/** Cells put right: only those that differ from what was read are kept, and the document is read again with them. */
export async function postLine(visit: SignedInVisit): Promise<Answer> {
  const at = linePlace.safeParse(visit.params).data;
  if (!at) return notFound;
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    const line = reading?.outline && (await lineAt(within, reading.id, at));
    return reading && line ? correct(within, visit, reading, line) : notFound;
  });
}

async function correct(
  within: Within,
  visit: SignedInVisit,
  reading: StoredReading,
  { line, position }: StoredLine,
) {
  const here = `/readings/${reading.id}/lines/${line.at.table}/${line.at.row}`;
  const cells = changedCells(line, visit.form);
  if (!cells.length) return tell(here, 'Nothing was changed in this line.');
  const done = await correctCells(within, reading.id, cells, visit.now());
  if (isRefused(done)) return tell(here, 'This is no longer to be checked, so nothing was changed.');
  return redirect(here, `Line ${position} was read again with what you put right.`);
}

const tell = (to: string, text: string): Answer => ({ kind: 'redirect', to, notice: { kind: 'info', text } });

import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { namesToOffer } from '../../../organisations/index.ts';
import { answerCell, settledCells } from '../../actions/settle-owners.ts';
import type { SettledCell } from '../../rules/settle-cell.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { CLOSED, tell } from '../tell.ts';
import { readingOf, trailTo } from '../which-reading.ts';
import { readAnswer } from './answer.ts';
import { cellFacts, rowFacts } from './cells.ts';

/** Cells asked about on one page; the next come when these are answered. */
const MOST_ASKED = 50;
/** Names offered while somebody types one. */
const MOST_OFFERED = 500;

/** A cell is named by the position of the first line that prints it. */
const which = z.coerce.number().int().min(1).max(1e7).optional().catch(undefined);

type Loaded = { reading: StoredReading; cells: SettledCell[]; names: string[] };

/** Who answers for what a document promises: every different cell once, those that leave it open first. */
export async function ownersPage(visit: SignedInVisit): Promise<Answer> {
  const loaded = await load(visit);
  return loaded ? show(visit, loaded) : notFound;
}

function load(visit: SignedInVisit): Promise<Loaded | undefined> {
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    if (!reading?.outline || reading.status === 'discarded') return undefined;
    const cells = await settledCells(within, reading.id);
    return { reading, cells, names: await namesToOffer(within, MOST_OFFERED) };
  });
}

type Refused = { at: number; errors: PageError[]; form: Record<string, unknown> };

function show(visit: SignedInVisit, { reading, cells, names }: Loaded, refused?: Refused): Answer {
  const open = reading.status === 'read';
  const changed = refused?.at ?? which.parse(visit.query.change);
  const asked = cells.filter(one => one.settling === 'open' && open);
  const again = cells.filter(one => one.cell.first === changed && one.settling !== 'open' && open);
  const shown = [...again, ...asked.slice(0, MOST_ASKED)];
  const ready = which.parse(visit.query.next) ?? (again.length ? changed : undefined);
  const lines = (some: SettledCell[]) => some.reduce((sum, { cell }) => sum + cell.lines, 0);
  const settled = cells.filter(one => !shown.includes(one) && (one.settling !== 'open' || !open));
  const facts = {
    reading,
    open,
    asked: shown.map(one =>
      cellFacts(one, refused?.at === one.cell.first ? refused : undefined, one.cell.first === ready),
    ),
    more: asked.length - Math.min(asked.length, MOST_ASKED),
    settled: settled.map(rowFacts),
    numbers: {
      asked: asked.length,
      askedLines: lines(asked),
      owned: lines(cells.filter(({ accountable }) => accountable)),
      unowned: lines(cells.filter(({ accountable }) => !accountable)),
    },
    names,
    errors: refused?.errors ?? [],
  };
  return page(
    'imports/pages/owners/owners.njk',
    facts,
    { title: 'Settle owners', trail: trailTo(reading, 'Owners'), place: '/plans' },
    refused ? 422 : 200,
  );
}

const MOVED_ON =
  'This cell was read again with other words since you opened the page, so nothing was saved. Look once more.';

/** One cell is answered, and the next that is open is ready. */
export async function postOwners(visit: SignedInVisit): Promise<Answer> {
  const loaded = await load(visit);
  const at = which.parse(visit.form.at);
  if (!loaded) return notFound;
  const here = `/readings/${loaded.reading.id}/owners`;
  const settled = loaded.cells.find(one => one.cell.first === at);
  if (!settled || settled.cell.key !== visit.form.cell) return tell(here, MOVED_ON);
  const read = readAnswer(settled, visit.form);
  if ('errors' in read)
    return show(visit, loaded, { at: settled.cell.first, errors: read.errors, form: visit.form });
  const done = await visit.within(within =>
    answerCell(within, loaded.reading.id, { cell: settled.cell.key, ...read }, visit.now()),
  );
  if (isRefused(done)) return tell(here, done.refused === 'not-open' ? CLOSED : MOVED_ON);
  const next = nextOpen(loaded.cells, settled);
  return redirect(next ? `${here}?next=${next}` : here, next ? undefined : 'Every owner cell is answered.');
}

/** The first line of the open cell after this one, or of the first that was left for later. */
function nextOpen(cells: SettledCell[], answered: SettledCell): number | undefined {
  const open = cells.filter(one => one.settling === 'open' && one !== answered);
  const after = open.find(one => cells.indexOf(one) > cells.indexOf(answered));
  return (after ?? open[0])?.cell.first;
}

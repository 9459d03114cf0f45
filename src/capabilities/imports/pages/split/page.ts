import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { splitRow } from '../../actions/rows.ts';
import { printedRow } from '../../rules/as-read.ts';
import { lineAddress } from '../line/line-place.ts';
import { type Found, onLine } from '../line/parts.ts';
import { CLOSED, tell } from '../tell.ts';
import { trailTo } from '../which-reading.ts';
import { emptyLines, freshCells, linesOf, MOST, type SplitCell, sentCells } from './split-lines.ts';
import { wordsLeft } from './words-left.ts';

const count = z.coerce.number().int().min(2).max(MOST).catch(2);
const PARTED =
  'This row was made into several lines already. Make one line of them again to split it otherwise.';
const LEFT = (words: string): string =>
  `These words of the row stand in none of the lines: “${words}”. Put them where they belong, or split all the same`;

/** A row that holds several things: which of its words belong to which line, said by hand. */
export function splitPage(visit: SignedInVisit): Promise<Answer> {
  const lines = count.parse(visit.query.lines);
  return onLine(visit, async (_within, found, here) => {
    const whole = `${here}/lines/${lineAddress(found.line.line.at)}`;
    if (found.reading.status !== 'read') return tell(whole, CLOSED);
    if (found.line.line.parts) return tell(whole, PARTED);
    return show(found, freshCells(found.line.line, lines), lines);
  });
}

export function postSplit(visit: SignedInVisit): Promise<Answer> {
  const lines = count.parse(visit.form.lines);
  return onLine(visit, async (within, found, here) => {
    const { line } = found.line;
    const whole = `${here}/lines/${lineAddress(line.at)}`;
    const cells = sentCells(line, visit.form, lines);
    if (visit.form.more === 'yes') return show(found, withOneMore(cells), Math.min(lines + 1, MOST));
    const errors = emptyLines(cells, lines).map(number => ({
      href: `#${cells[0]?.name ?? 'cell-0'}-${number}`,
      text: `Say what line ${number} holds: it has no words of its own yet`,
    }));
    if (errors.length) return show(found, cells, lines, { errors });
    const left = wordsLeft(line, cells).join('; ');
    if (left && visit.form.without !== left) return show(found, cells, lines, { left });
    const done = await splitRow(
      within,
      found.reading.id,
      found.line,
      linesOf(line, cells, lines),
      visit.now(),
    );
    if (isRefused(done)) return tell(whole, done.refused === 'not-open' ? CLOSED : PARTED);
    return redirect(
      `${here}/lines/${lineAddress({ ...line.at, part: 1 })}`,
      `Line ${found.line.position} became ${lines} lines.`,
    );
  });
}

const withOneMore = (cells: SplitCell[]): SplitCell[] =>
  cells.map(cell => (cell.texts.length < MOST ? { ...cell, texts: [...cell.texts, ''] } : cell));

/** `left`: words that stand in none of the lines, about which is asked once. */
type Asked = { errors?: PageError[]; left?: string };

function show(
  { reading, line }: Found,
  cells: SplitCell[],
  lines: number,
  { errors = [], left }: Asked = {},
): Answer {
  const { line: whole, position } = line;
  const table = reading.outline?.tables[whole.at.table];
  const title = `Split line ${position}`;
  return page(
    'imports/pages/split/split.njk',
    {
      position,
      printed: printedRow(whole, table),
      cells: cells.map(cell => ({ ...cell, rows: Math.max(1, ...cell.texts.map(rowsFor)) })),
      numbers: Array.from({ length: lines }, (_, at) => at + 1),
      lines,
      most: MOST,
      action: `/readings/${reading.id}/lines/${whole.at.table}/${whole.at.row}`,
      left,
      errors: left ? [{ href: `#${cells[0]?.name ?? 'cell-0'}-1`, text: LEFT(left) }] : errors,
    },
    { title, trail: trailTo(reading, title), place: '/plans' },
    errors.length || left ? 422 : 200,
  );
}

const rowsFor = (text: string): number =>
  Math.min(8, Math.max(text.split('\n').length, Math.ceil(text.length / 45)));

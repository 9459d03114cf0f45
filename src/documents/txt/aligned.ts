/** A stretch of text between gaps of two blanks or more. */
type Chunk = { start: number; end: number; text: string };

const FEWEST_LINES = 3;
/** A table set with blanks is not wider than a page of wide print. */
const WIDEST = 400;

/**
 * Tables whose columns are set with blanks, as when a page was copied as text, written anew with tabs.
 * The rest of the lines stay as they are; a line that only goes on with the row above becomes undefined.
 */
export function withTabs(lines: string[]): (string | undefined)[] {
  const out: (string | undefined)[] = [...lines];
  for (let at = 0; at < lines.length; at++) {
    const region = regionAt(lines, at);
    if (!region) continue;
    write(out, lines, at, region);
    at = region.end - 1;
  }
  return out;
}

type Region = { end: number; bands: [number, number][] };

/** Lines from `at` on whose words leave the same gaps free from top to bottom. */
function regionAt(lines: string[], at: number): Region | undefined {
  const first = chunksOf(lines[at] ?? '');
  if (first.length < 2) return undefined;
  const starts = new Set(first.map(({ start }) => start));
  let bands = bandsOf(first.map(spanOf), starts);
  let end = at + 1;
  let full = 1;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (!line.trim() || titleIn(lines, next, bands)) continue;
    const chunks = atColumns(chunksOf(line), starts);
    const merged = bandsOf([...bands, ...chunks.map(spanOf)], starts);
    if (line.includes('\t') || merged.length < first.length || chunks.length === 0) break;
    // A lone line at the margin after a blank one is prose again, where the table does not go on below it.
    if (chunks.length === 1 && !lines[next - 1]?.trim() && first.length > 1) break;
    if (chunks.length > 1) full++;
    bands = merged;
    end = next + 1;
  }
  return full >= FEWEST_LINES && bands.length >= 2 ? { end, bands } : undefined;
}

/** A line after a blank one that stands alone right above a row set as the rows before: a title inside the table. */
function titleIn(lines: string[], at: number, bands: [number, number][]): boolean {
  const lone = lines[at] ?? '';
  if (lines[at - 1]?.trim() || chunksOf(lone).length !== 1 || /^\s/.test(lone)) return false;
  const below = chunksOf(lines[at + 1]?.trim() ? (lines[at + 1] ?? '') : (lines[at + 2] ?? ''));
  return below.length > 2 && below.every(({ start }) => bands.some(([first]) => first === start));
}

/** A row as it grows: its cells so far, and what its last line put in each. */
type Growing = { line: number; cells: string[]; last: string[] };

function write(out: (string | undefined)[], lines: string[], from: number, { end, bands }: Region): void {
  const parted = blanksPartRows(lines.slice(from, end), bands);
  let open: Growing | undefined;
  for (let at = from; at < end; at++) {
    const line = lines[at] ?? '';
    const cells = cellsOf(line, bands);
    if (!line.trim()) {
      // A blank line inside the table parts rows, not tables.
      out[at] = undefined;
      open = undefined;
    } else if (titleIn(lines, at, bands)) {
      open = undefined;
    } else if (open && (parted || cells[0] === '' || wraps(open, cells, bands))) {
      open.cells = open.cells.map((cell, index) => [cell, cells[index] ?? ''].filter(Boolean).join(' '));
      open.last = cells;
      out[at] = undefined;
      out[open.line] = open.cells.join('\t');
    } else {
      open = { line: at, cells, last: cells };
      out[at] = cells.join('\t');
    }
  }
}

const cellsOf = (line: string, bands: [number, number][]): string[] =>
  bands.map(([start, stop]) => line.slice(start, stop + 1).trim());

/**
 * Whether a blank line stands between any two rows, so that lines without one between them are one row: each line below
 * another leaves a cell empty or goes on with a small letter.
 */
function blanksPartRows(lines: string[], bands: [number, number][]): boolean {
  const under = lines.filter((line, index) => line.trim() && lines[index - 1]?.trim());
  const begun = lines.filter((line, index) => line.trim() && !lines[index - 1]?.trim());
  return (
    begun.length >= FEWEST_LINES &&
    under.every(line => {
      const cells = cellsOf(line, bands);
      return cells.some(cell => cell === '') || /^\p{Ll}/u.test(cells[0] ?? '');
    })
  );
}

/** Some cells have nothing new, and the others begin with a word for which the line before had no room. */
function wraps(open: Growing, cells: string[], bands: [number, number][]): boolean {
  if (cells.every(Boolean)) return false;
  return cells.every((cell, index) => {
    const [start = 0, stop = 0] = bands[index] ?? [];
    const firstWord = cell.split(' ')[0] ?? '';
    return cell === '' || (open.last[index] ?? '').length + 1 + firstWord.length > stop - start;
  });
}

function chunksOf(line: string): Chunk[] {
  // between upright bars an empty cell looks like a gap
  if (line.length > WIDEST || /^\s*\|.*\|\s*$/.test(line)) return [];
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
  }));
}

/**
 * The longest cell of a column often leaves a single blank before the next: a line that has wider gaps too is parted
 * where a word begins exactly under the first line's.
 */
function atColumns(chunks: Chunk[], starts: Set<number>): Chunk[] {
  if (chunks.length < 2) return chunks;
  return chunks.flatMap(({ start, text }) => {
    const words = [...text.matchAll(/\S+/g)].map(word => start + word.index);
    const cuts = words.filter(word => word > start && starts.has(word));
    return [start, ...cuts].map((from, index) => {
      const piece = text.slice(from - start, cuts[index] === undefined ? undefined : cuts[index] - 1 - start);
      return { start: from, end: from + piece.length, text: piece };
    });
  });
}

const spanOf = ({ start, end }: Chunk): [number, number] => [start, end];

/** Spans that touch or nearly touch, as one; under a start of the first line a single blank parts them. */
function bandsOf(spans: [number, number][], starts: Set<number>): [number, number][] {
  const bands: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = bands.at(-1);
    if (last && start < last[1] + (starts.has(start) ? 1 : 2)) last[1] = Math.max(last[1], end);
    else bands.push([start, end]);
  }
  return bands;
}

import { createHash } from 'node:crypto';
import { isSamePlace } from '../../../../reading/places.ts';
import type { CellField, Corrections, ReadLine } from '../../../../reading/reading.ts';
import { isSameText, saidOf } from '../../rules/corrections.ts';
import type { StoredLine } from '../../stored-reading.ts';
import { type LinePlace, linePlace } from '../line/line-place.ts';
import { readValue } from '../reading/doubt.ts';

/** The most lines of one form, and letters of a cell. */
const MOST = 200;
export const LONGEST = 20_000;

/** A line of the grid as it was sent: where it stands, what stood in its cells when it was shown, and what was typed. */
export type SentLine = { at: LinePlace; was: string[]; texts: string[] };

/** The lines of a form, by their numbers; what comes from no page of ours is left out. */
export function sentLines(form: Record<string, unknown>, fields: number): SentLine[] {
  const lines: SentLine[] = [];
  for (let number = 0; number < MOST; number++) {
    const at = placeOf(form[`at-${number}`]);
    if (!at) break;
    const texts = Array.from({ length: fields }, (_, field) => textOf(form[`cell-${number}-${field}`]));
    lines.push({ at, was: textOf(form[`was-${number}`]).split(' '), texts });
  }
  return lines;
}

/** What the person typed in a cell; undefined where they left it as it was shown. */
export function typedIn({ was, texts }: SentLine, field: number): string | undefined {
  const text = texts[field] ?? '';
  return markOf(text) === was[field] ? undefined : text;
}

const textOf = (sent: unknown): string =>
  typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim() : '';

/** "0/4", or "0/4/2" for the second line of a row. */
export const placeText = ({ table, row, part }: ReadLine['at']): string =>
  [table, row, ...(part === undefined ? [] : [part])].join('/');

function placeOf(sent: unknown): LinePlace | undefined {
  if (typeof sent !== 'string') return undefined;
  const [table, row, part] = sent.split('/');
  return linePlace.safeParse({ table, row, part }).data;
}

/** What a cell said when it was shown, in a few letters: enough to see whether somebody else changed it since. */
export const markOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 10);

/** What a cell says now, with what is put right and not yet read. */
export const saysNow = (line: ReadLine, field: CellField, corrections: Corrections): string =>
  saidOf(corrections, whereOf(line), field) ?? readValue(line, field) ?? '';

export const whereOf = (line: ReadLine) => ({
  ...line.at,
  ...(line.joined ? { joined: line.joined.length } : {}),
});

type Correction = Corrections['cells'][number] & { before: string };

export type Checked = {
  /** What was typed, as corrections. */
  cells: Correction[];
  /** Cells that somebody else changed since: what they say now, and what was typed. */
  changed: { line: StoredLine; number: number; field: number; now: string }[];
  tooLong: { line: StoredLine; number: number; field: number }[];
  /** Lines that are no longer there, with what was typed in them. */
  gone: { texts: { field: CellField; text: string }[] }[];
};

/** What was typed beside what is there: only what the person changed counts, and nothing of anybody else's is overwritten unseen. */
export function checked(
  sent: SentLine[],
  lines: StoredLine[],
  fields: CellField[],
  corrections: Corrections,
): Checked {
  const found: Checked = { cells: [], changed: [], tooLong: [], gone: [] };
  sent.forEach((one, number) => {
    const { at, was } = one;
    const typed = fields.flatMap((field, index) => {
      const text = typedIn(one, index);
      return text === undefined ? [] : [{ field, index, text }];
    });
    const line = lines.find(one => isSamePlace(one.line.at, at));
    if (!line) {
      const left = typed.flatMap(({ field, text }) => (text ? [{ field, text }] : []));
      if (left.length) found.gone.push({ texts: left });
      return;
    }
    for (const { field, index, text } of typed) {
      const now = saysNow(line.line, field, corrections);
      if (isSameText(now, text)) continue;
      if (text.length > LONGEST) found.tooLong.push({ line, number, field: index });
      else if (markOf(now) !== was[index]) found.changed.push({ line, number, field: index, now });
      else found.cells.push({ ...whereOf(line.line), field, text, before: now });
    }
  });
  return found;
}

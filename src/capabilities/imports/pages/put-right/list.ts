import { count } from '../../../../language/words.ts';
import type { Place } from '../../../../reading/places.ts';
import type { Corrections } from '../../../../reading/reading.ts';
import { fieldWords, MEANING_WORDS, STATE_WORDS } from '../../reading-words.ts';
import type { PutRight } from '../../rules/taken-back.ts';
import type { StoredLine, StoredReading } from '../../stored-reading.ts';
import { lineAddress } from '../line/line-place.ts';

/** One thing put right, as a person reads it, and what its button takes back. */
export type PutRightEntry = {
  about: string;
  href?: string;
  said: string;
  taken: string;
  fromEdition?: true;
};
export type PutRightList = {
  entries: PutRightEntry[];
  total: number;
  /** What was taken over from the edition before: "3 columns, 12 answers", and all of it to be taken back. */
  edition?: { words: string; taken: string };
};

type Rows = Map<string, StoredLine>;
type Kept = { what: PutRight[]; at?: Place; describe: (line: StoredLine | undefined) => [string, string] } & {
  from?: 'edition';
};

/** All that was put right, in the order in which it is listed: rows, columns, cells, and what the last edition answered. */
function allKept({ corrections, settled, outline }: StoredReading): Kept[] {
  const { dropped = [], joined = [], split = [], parted = [], cells } = corrections;
  const { tables = [] } = outline ?? {};
  return [
    ...dropped.map(
      ({ table, row, reason, words, from }): Kept => ({
        what: [{ kind: 'dropped', table, row }],
        from,
        describe: () => [shortened(words) || 'An empty row', `left out: ${reason}`],
      }),
    ),
    ...joined.map(
      ({ table, row, onto }): Kept => ({
        what: [{ kind: 'joined', table, row }],
        at: { table, row: onto },
        describe: line => [named(line, { table, row: onto }), 'joined with the row below it'],
      }),
    ),
    ...split.map(
      ({ table, row, lines }): Kept => ({
        what: [{ kind: 'lines', table, row }],
        at: { table, row },
        describe: line => [named(line, { table, row }), `split into ${count(lines.length, 'line')} by hand`],
      }),
    ),
    ...parted.map(
      ({ table, row }): Kept => ({
        what: [{ kind: 'lines', table, row }],
        at: { table, row },
        describe: line => [named(line, { table, row }), 'made a line for each timing'],
      }),
    ),
    ...columnsKept(corrections.columns, tables),
    ...cells.map((cell): Kept => {
      const { text: _text, ...which } = cell;
      return {
        what: [{ kind: 'cell', ...which }],
        at: cell,
        describe: line => [`${named(line, cell)}, ${fieldWords(cell.field)}`, said(cell)],
      };
    }),
    ...settled
      .filter(({ from }) => from === 'edition')
      .map((doubt): Kept => {
        const { from, ...which } = doubt;
        return {
          what: [{ kind: 'doubt', ...which }],
          from,
          at: doubt,
          describe: line => [named(line, doubt), `agreed with in the last edition: ${doubt.reason}`],
        };
      }),
  ];
}

/** A column of several tables of one shape was put right once, and is taken back once. */
function columnsKept(
  columns: Corrections['columns'],
  tables: { columns: { headings: string[] }[] }[],
): Kept[] {
  const heading = ({ table, column }: { table: number; column: number }) =>
    tables[table]?.columns[column]?.headings.filter(Boolean).join(' / ') ||
    `Column ${column + 1}, no heading`;
  const alike = Map.groupBy(columns, one =>
    JSON.stringify([heading(one), one.column, one.meaning, one.name, one.from]),
  );
  return [...alike.values()].map(own => {
    const [first] = own;
    const { meaning, name, from } = first!;
    const taken = name
      ? `kept under “${name}”`
      : meaning === 'other'
        ? 'kept under its own heading'
        : `taken for ${MEANING_WORDS[meaning]}`;
    return {
      what: own.map(({ table, column }) => ({ kind: 'column', table, column })),
      from,
      describe: () => [
        `Column “${heading(first!)}”`,
        own.length > 1 ? `${taken}, in ${count(own.length, 'table')}` : taken,
      ],
    };
  });
}

const said = ({ field, text }: Corrections['cells'][number]): string => {
  if (field === 'state') return STATE_WORDS[text as keyof typeof STATE_WORDS] ?? text;
  return text ? `“${shortened(text)}”` : 'left empty';
};

const named = (line: StoredLine | undefined, { table, row, part }: Place): string =>
  line
    ? `Line ${line.position}${part ? `, line ${part} of its row` : ''}`
    : `Row ${row + 1} of table ${table + 1}`;

/** Letters of a text that tell which one it is. */
const SHOWN = 140;
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN).trim()}…` : line;
};

/** The rows that the first so many entries name, so that their lines are looked up at once. */
export const rowsNamed = (reading: StoredReading, most: number, after = 0): Place[] =>
  allKept(reading)
    .slice(after, after + most)
    .flatMap(({ at }) => (at ? [at] : []));

export function putRightList(reading: StoredReading, rows: Rows, most: number, after = 0): PutRightList {
  const all = allKept(reading);
  const old = all.filter(({ from }) => from === 'edition');
  return {
    entries: all.slice(after, after + most).map(({ what, at, describe, from }) => {
      const line = at && rows.get(`${at.table}/${at.row}`);
      const [about, words] = describe(line);
      return {
        about,
        said: words,
        taken: JSON.stringify(what),
        ...(line ? { href: `/readings/${reading.id}/lines/${lineAddress(line.line.at)}` } : {}),
        ...(from ? { fromEdition: true as const } : {}),
      };
    }),
    total: all.length,
    ...(old.length ? { edition: { words: editionWords(old), taken: 'edition' } } : {}),
  };
}

/** "3 columns, 1 row left out and 12 answers": what the edition before this one had decided. */
function editionWords(old: Kept[]): string {
  const of = (kind: PutRight['kind']) => old.filter(({ what }) => what[0]?.kind === kind).length;
  const [columns, rows, answers] = [of('column'), of('dropped'), of('doubt')];
  return [
    columns ? count(columns, 'column') : '',
    rows ? count(rows, 'row left out', 'rows left out') : '',
    answers ? count(answers, 'answer') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** All that was taken over from the edition before. */
export const keptFromEdition = (reading: StoredReading): PutRight[] =>
  allKept(reading).flatMap(({ from, what }) => (from === 'edition' ? what : []));

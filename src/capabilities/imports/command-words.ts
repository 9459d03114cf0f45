import { count } from '../../language/words.ts';
import type { Reading, ReadLine } from '../../reading/reading.ts';
import { lineRows, row } from './command-lines.ts';
import type { Read } from './reading-thread.ts';
import { KIND_WORDS, MEANING_WORDS } from './reading-words.ts';
import { figuresOf } from './rules/figures.ts';

/** A reading for a person at a terminal. `explain` adds what each column was taken for, and why. */
export function inWords(read: Read, { explain }: { explain: boolean }): string {
  const { reading } = read;
  const parts = [
    heading(read),
    ...(explain ? columnWords(reading) : []),
    ...lineWords(reading, explain),
    ...clauseWords(reading, explain),
    ...registerWords(reading),
    ...remainderWords(reading),
  ];
  return `${parts.join('\n')}\n`;
}

function heading({ reading, words, milliseconds }: Read): string {
  const { document } = reading;
  const figures = figuresOf(reading, words);
  const doubts = reading.lines.reduce((sum, line) => sum + line.doubts.length, 0);
  const dated = document.dated ? `, dated ${document.dated}` : '';
  const period = document.period ? `, for ${document.period.from} to ${document.period.to}` : '';
  return [
    document.title || 'No title was found',
    `${KIND_WORDS[document.kind]}${dated}${period}; read in ${(milliseconds / 1000).toFixed(1)} seconds`,
    `${count(figures.lines, 'line')} in ${count(figures.sections, 'section')}, ${count(figures.timings, 'timing')} (${figures.dated} with dates), ${count(doubts, 'doubt')}`,
    `${count(words.document, 'word')} in the document, ${words.lost} lost, ${words.remainder} in the remainder`,
  ].join('\n');
}

function columnWords(reading: Reading): string[] {
  return [...tableColumns(reading), ...registerColumns(reading)];
}

function registerColumns({ registers = [] }: Reading): string[] {
  return registers.flatMap(({ kind, where, columns }) => [
    `\nTable of ${kind} (${where})`,
    ...columns.flatMap(({ headings, place, why }) => [
      `  ${headings.join(' / ') || '(no heading)'} → ${place}`,
      `      because ${why}`,
    ]),
  ]);
}

function tableColumns({ tables, lines }: Reading): string[] {
  return tables.flatMap((table, number) => [
    `\nTable ${number + 1} (${table.where})`,
    ...table.columns.flatMap(({ headings, meaning, why, doubt }, column) => [
      `  ${headings.join(' / ') || '(no heading)'} → ${MEANING_WORDS[meaning]}`,
      `      because ${why}${examplesOf(lines, number, column)}`,
      ...(doubt ? [`      in doubt: ${doubt}`] : []),
    ]),
  ]);
}

/** Cells that a column is told by, and letters of each. */
const EXAMPLES = 2;
const SHOWN = 40;

/** What stands in a column, so that a person sees at once whether it was taken for the right thing. */
function examplesOf(lines: ReadLine[], table: number, column: number): string {
  const cells = lines.flatMap(({ at, printed }) => (at.table === table ? (printed[column] ?? '') : ''));
  const some = [...new Set(cells.map(cell => cell.replace(/\s+/g, ' ').trim()).filter(Boolean))];
  const shown = some
    .slice(0, EXAMPLES)
    .map(cell => `“${cell.length > SHOWN ? `${cell.slice(0, SHOWN).trim()}…` : cell}”`);
  return shown.length ? `; its cells are such as ${shown.join(' and ')}` : '; its cells are empty';
}

function lineWords(reading: Reading, explain: boolean): string[] {
  let section: string | undefined;
  return reading.lines.flatMap((line, index) => {
    const begins = line.section !== section;
    section = line.section;
    return [
      ...(begins ? [`\n${section || 'No section'}`] : []),
      ...lineRows(line, index + 1, reading, { explain }),
    ];
  });
}

function clauseWords({ clauses }: Reading, explain: boolean): string[] {
  if (!clauses.length) return [];
  return [
    `\n${count(clauses.length, 'clause')}`,
    ...clauses.flatMap(({ number, heading: title, text, why, whyHeading, doubt }) => [
      row([number, title].filter(Boolean).join(' '), text),
      ...(explain && why
        ? [row('', `because ${why}${whyHeading ? `; its heading is one because ${whyHeading}` : ''}`)]
        : []),
      ...(doubt ? [row('Doubt', doubt)] : []),
    ]),
  ];
}

function registerWords({ audiences, channels }: Reading): string[] {
  return [
    ...(audiences.length ? [`\n${count(audiences.length, 'audience')}`] : []),
    ...audiences.map(one =>
      row(one.group || 'Audience', [one.name, one.detail, one.role].filter(Boolean).join('; ')),
    ),
    ...(channels.length ? [`\n${count(channels.length, 'channel')}`] : []),
    ...channels.map(one =>
      row(
        one.category || 'Channel',
        [one.description, ...one.existing, ...one.projectSpecific].filter(Boolean).join('; '),
      ),
    ),
  ];
}

function remainderWords({ remainder }: Reading): string[] {
  if (!remainder.length) return [];
  return [
    `\nWith no place above: ${count(remainder.length, 'piece')}`,
    ...remainder.map(one => row(one.where, one.text)),
  ];
}

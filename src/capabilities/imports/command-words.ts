import { count } from '../../platform/govuk/words.ts';
import { FIELDS, type Reading, type ReadLine } from '../../reading/reading.ts';
import { inWords as timingWords } from '../../timing/words.ts';
import type { Read } from './reading-thread.ts';
import { KIND_WORDS, MEANING_WORDS, STATE_WORDS } from './reading-words.ts';
import { figuresOf } from './rules/figures.ts';

/** A reading for a person at a terminal. `explain` adds why: what each column was taken for, where a state stood. */
export function inWords(read: Read, { explain }: { explain: boolean }): string {
  const { reading } = read;
  const parts = [
    heading(read),
    ...(explain ? columnWords(reading) : []),
    ...lineWords(reading.lines, explain),
    ...clauseWords(reading),
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

function columnWords({ tables }: Reading): string[] {
  return tables.flatMap((table, number) => [
    `\nTable ${number + 1} (${table.where})`,
    ...table.columns.map(
      column =>
        `  ${column.headings.join(' / ') || '(no heading)'} → ${MEANING_WORDS[column.meaning]}: ${column.why}`,
    ),
  ]);
}

function lineWords(lines: ReadLine[], explain: boolean): string[] {
  let section: string | undefined;
  return lines.flatMap((line, index) => {
    const begins = line.section !== section;
    section = line.section;
    return [...(begins ? [`\n${section || 'No section'}`] : []), ...oneLine(line, index + 1, explain)];
  });
}

function oneLine(line: ReadLine, number: number, explain: boolean): string[] {
  const said = FIELDS.flatMap(field => (line[field] ? [row(MEANING_WORDS[field], line[field])] : []));
  const taken = Object.entries(line.taken ?? {}).map(([field, from]) =>
    row(MEANING_WORDS[field as keyof typeof MEANING_WORDS], `${from.text} (${from.because})`),
  );
  const from = explain && line.stateFrom ? ` ("${line.stateFrom.phrase}" under ${line.stateFrom.field})` : '';
  return [
    `\n  ${number}.`,
    ...said,
    ...taken,
    ...Object.entries(line.other).map(([title, text]) => row(title, text)),
    row('State', `${STATE_WORDS[line.state]}${from}`),
    ...line.schedules.map(schedule => row('Timing', `${schedule.phrase} → ${timingWords(schedule)}`)),
    ...line.suggestions.map(one => row('Found', `${one.phrase} → ${timingWords(one)} (under ${one.field})`)),
    ...line.doubts.map(doubt => row('Doubt', `${doubt.field}: ${doubt.reason}`)),
  ];
}

function clauseWords({ clauses }: Reading): string[] {
  if (!clauses.length) return [];
  return [
    `\n${count(clauses.length, 'clause')}`,
    ...clauses.map(clause => row([clause.number, clause.heading].filter(Boolean).join(' '), clause.text)),
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

const row = (title: string, text: string): string =>
  `     ${title.slice(0, 16).padEnd(16)} ${text.replace(/\s+/g, ' ').trim()}`;

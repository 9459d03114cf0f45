import { FIELDS, type Reading, type ReadLine } from '../../reading/reading.ts';
import { inWords as timingWords } from '../../timing/words.ts';
import { fieldWords, MEANING_WORDS, STATE_WORDS } from './reading-words.ts';
import {
  explainedCosts,
  explainedOwners,
  explainedPairs,
  whyState,
  whyTiming,
} from './rules/explanations.ts';

/** A line of a reading for a terminal; `explain` adds whom it names, what it costs, and why each thing was read so. */
export function lineRows(
  line: ReadLine,
  number: number,
  { document, tables }: Pick<Reading, 'document' | 'tables'>,
  { explain }: { explain: boolean },
): string[] {
  const table = tables[line.at.table];
  const why = (text: string) => (explain ? [row('', `because ${text}`)] : []);
  const because = ({ place, why: rule }: { place: string; why: string }) => why(`${place}: ${rule}`);
  const whyOf = (one: Parameters<typeof whyTiming>[0]) => because(whyTiming(one, line, table, document));
  const explained = explain
    ? [
        ...explainedOwners(line, table).map(one => ({ title: 'Answers', ...one })),
        ...explainedPairs(line, table).map(one => ({ title: 'May go with', ...one })),
        ...explainedCosts(line, table).map(one => ({ title: 'Costs', ...one })),
      ]
    : [];
  return [
    `\n  ${number}.`,
    ...printedRows(line),
    row('State', STATE_WORDS[line.state]),
    ...why(whyState(line, table)),
    ...line.schedules.flatMap(one => [row('Timing', `${one.phrase} → ${timingWords(one)}`), ...whyOf(one)]),
    ...line.suggestions.flatMap(one => [
      row('Found', `${one.phrase} → ${timingWords(one)} (under ${fieldWords(one.field)})`),
      ...whyOf(one),
    ]),
    ...explained.flatMap(one => [row(one.title, `${one.phrase} → ${one.means}`), ...because(one)]),
    ...line.doubts.map(doubt => row('Doubt', `${fieldWords(doubt.field)}: ${doubt.reason}`)),
  ];
}

/** The cells of the line, and those that it leaves to a row above. */
function printedRows(line: ReadLine): string[] {
  const said = FIELDS.flatMap(field => (line[field] ? [row(MEANING_WORDS[field], line[field])] : []));
  const taken = FIELDS.flatMap(field => {
    const from = line.taken?.[field];
    return from ? [row(MEANING_WORDS[field], `${from.text} (${from.because})`)] : [];
  });
  return [
    ...said,
    ...taken,
    ...Object.entries(line.other).map(([title, text]) => row(fieldWords(`other:${title}`), text)),
  ];
}

/** A row of a line: what it is, in sixteen letters, and its words. */
export const row = (title: string, text: string): string =>
  `     ${title.slice(0, 16).padEnd(16)} ${text.replace(/\s+/g, ' ').trim()}`;

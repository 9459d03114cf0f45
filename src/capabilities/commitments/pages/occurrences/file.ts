import { Readable } from 'node:stream';
import { BYTE_ORDER_MARK, csvRow } from '../../../../documents/csv/write-row.ts';
import type { Answer, SignedInVisit } from '../../../../platform/http/visit.ts';
import { STATE_WORDS } from '../../occurrence.ts';
import { type ListedOccurrence, matchingOccurrences } from '../../queries/occurrences.ts';
import { readAsked } from '../../rules/asked-occurrences.ts';

export const FILE = '/occurrences/file';

const HEADINGS = [
  'Promise',
  'For',
  'Plan',
  'From',
  'By',
  'At',
  'First due by',
  'Who does it',
  'State',
  'Done on',
  'Had been missed',
  'Reason',
];

/** The same occurrences as separated values, all of them. */
export async function occurrencesFile(visit: SignedInVisit): Promise<Answer> {
  const asked = readAsked(visit.query);
  const today = visit.today();
  const rows = await visit.within(async within => {
    const written = [BYTE_ORDER_MARK, csvRow(HEADINGS)];
    for await (const lot of matchingOccurrences(within, asked, today)) {
      for (const { line, plan } of lot) visit.shown.add(line ?? plan);
      written.push(...lot.map(one => csvRow(cellsOf(one))));
    }
    return written;
  });
  return {
    kind: 'file',
    name: `What was promised when, ${today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Readable.from(rows.map(row => Buffer.from(row))),
  };
}

const cellsOf = (one: ListedOccurrence): string[] => [
  one.about,
  one.forName,
  one.planTitle,
  one.from.toString(),
  one.by.toString(),
  one.at ?? '',
  one.firstBy.toString(),
  one.owner ?? '',
  STATE_WORDS[one.state],
  one.doneOn?.toString() ?? '',
  one.wasMissed ? 'yes' : '',
  one.reason,
];

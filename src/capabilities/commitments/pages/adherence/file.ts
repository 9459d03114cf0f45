import { csvOf } from '../../../../documents/csv/write-row.ts';
import type { Answer, SignedInVisit } from '../../../../platform/http/visit.ts';
import { adherence, DIMENSIONS, type Dimension, type KeptBy } from '../../queries/adherence.ts';
import { counted, type Kept } from '../../rules/kept.ts';
import { type Asked, readAdherence } from './asked.ts';
import { DIMENSION_WORDS, inOrder, nameOf } from './drawn.ts';

export const FILE = '/adherence/file';

const COUNTS: Record<string, (kept: Kept) => number> = {
  'Met on time': kept => kept.met,
  'Of those that count': counted,
  'Met late': kept => kept.late,
  Missed: kept => kept.missed,
  Excused: kept => kept.excused,
  'Nothing to say': kept => kept.nothing,
  'Did not apply': kept => kept.notTriggered,
  Postponed: kept => kept.postponed,
  'Of the last four, missed before': kept => kept.afterMiss,
  'Due now': kept => kept.due,
};

/** The figures of the page as separated values, every row of every dimension. */
export async function adherenceFile(visit: SignedInVisit): Promise<Answer> {
  const asked = readAdherence(visit.query, visit.today());
  const figures = await visit.within(within => adherence(within, asked, visit.today()));
  for (const { id } of figures.plan) if (id) visit.shown.add(id);
  const rows = DIMENSIONS.flatMap(along =>
    inOrder(along, figures[along]).map(row => cellsOf(asked, along, row)),
  );
  return {
    kind: 'file',
    name: `Adherence, ${asked.from} to ${asked.by}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Buffer.from(
      csvOf([['By', 'Name', ...Object.keys(COUNTS)], ['', 'All', ...countsOf(figures.all)], ...rows]),
    ),
  };
}

const cellsOf = (asked: Asked, along: Dimension, row: KeptBy): string[] => [
  DIMENSION_WORDS[along].head,
  nameOf(asked, along, row),
  ...countsOf(row),
];

const countsOf = (kept: Kept): string[] => Object.values(COUNTS).map(of => String(of(kept)));

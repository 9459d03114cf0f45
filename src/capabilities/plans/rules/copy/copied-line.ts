import { FIELDS, type State } from '../../../../reading/reading.ts';
import { moveSchedule } from '../../../../timing/moved/schedule.ts';
import { type MovedWords, moveWords } from '../../../../timing/moved/words.ts';
import type { Schedule, TimingFacts } from '../../../../timing/schedule.ts';
import type { NewLine } from '../../plan.ts';
import type { StandingLine } from '../../queries/standing-plan.ts';
import type { CopyChoice } from './choice.ts';

/** A line of the copy, and what became of its timing on the way. */
export type CopiedLine = {
  from: StandingLine;
  line: NewLine;
  before: Schedule[];
  doubt?: string;
};

/** `facts`: under which the copy's words are read. `ended`: owners who answer for nothing new. */
export type CopyFacts = { facts: TimingFacts; ended: ReadonlySet<string> };

const DONE: State[] = ['complete', 'superseded'];

/** The lines of a copy, in their order, without those that stay behind. */
export function copiedLines(
  lines: readonly StandingLine[],
  choice: CopyChoice,
  around: CopyFacts,
): CopiedLine[] {
  const move = movesOnce(choice.months, around.facts);
  return lines
    .filter(line => !(choice.leaveDone && DONE.includes(line.state)))
    .map(line => copiedLine(line, choice, around, move));
}

type Move = (line: StandingLine) => MovedWords;

/** The same few timings stand in hundreds of lines. */
function movesOnce(months: number, facts: TimingFacts): Move {
  const known = new Map<string, MovedWords>();
  return ({ when, schedules }) => {
    const own = schedules.filter(schedule => inWords(when, schedule));
    const key = JSON.stringify([when, own]);
    const moved = known.get(key) ?? moveWords(when, own, { months, facts });
    known.set(key, moved);
    return moved;
  };
}

const inWords = (when: string, { phrase }: Schedule): boolean => when.includes(phrase);

function copiedLine(
  line: StandingLine,
  { months, emptyTold }: CopyChoice,
  { ended }: CopyFacts,
  move: Move,
): CopiedLine {
  const moved = move(line);
  const beside = line.schedules.filter(schedule => !inWords(line.when, schedule));
  const gone = line.accountableId && ended.has(line.accountableId) ? line.accountable : '';
  const doubt = moved.doubt ?? (beside.some(({ from, by }) => from ?? by) ? IN_COLUMNS : undefined);
  const fields = Object.fromEntries(FIELDS.map(field => [field, line[field]]));
  return {
    from: line,
    before: line.schedules,
    ...(doubt && { doubt }),
    line: {
      ...fields,
      ...(emptyTold && { status: '', comments: '' }),
      when: moved.words,
      other: line.other,
      marking: line.marking,
      state: line.state === 'unknown' ? 'unknown' : 'not-started',
      schedules: [...moved.schedules, ...beside.map(schedule => moveSchedule(schedule, months))],
      suggestions: line.suggestions.filter(({ from, by }) => !from && !by),
      doubts: [
        ...line.doubts.filter(({ field }) => field !== 'when' && !(emptyTold && TOLD.includes(field))),
        ...(doubt ? [{ field: 'when', reason: doubt }] : []),
        ...(gone
          ? [{ field: 'accountable', reason: `${gone} answers for nothing new any more: who does?` }]
          : []),
      ],
      settledOwners: {
        accountable: line.accountable && !gone ? owner(line.accountable) : null,
        contributors: line.contributors.filter(({ id }) => !ended.has(id)).map(({ name }) => owner(name)),
      },
    },
  };
}

const TOLD = ['status', 'comments', 'state'];
const IN_COLUMNS = 'its times stand in the columns of the table: do these still fit?';

/** The register knows them by name; the kind would be for somebody new. */
const owner = (name: string) => ({ name, kind: 'post' as const });

/** Whether its timing is another one, or asked about: what is worth looking at before a copy is made. */
export const isMoved = ({ from, line, before, doubt }: CopiedLine): boolean =>
  Boolean(doubt) ||
  from.when !== line.when ||
  JSON.stringify(days(before)) !== JSON.stringify(days(line.schedules));

const days = (schedules: Schedule[]) => schedules.map(({ from, by }) => [from, by]);

import type { MergeDecisions, MergeInput } from '../merge/merging.ts';
import { type MergeRow, placeWord } from './rows.ts';

/**
 * What a person decided about one question. `over`: the values between which it was decided; when the comparison is
 * made anew and they are other ones, it is asked again.
 */
export type Decision =
  | { choice: 'ours' | 'theirs'; over: string[] }
  | { choice: 'typed'; text: string; over: string[] }
  | { choice: 'same' | 'new'; over: string[] }
  | { choice: 'closed' | 'kept' | 'removed'; over: string[] }
  | { choice: 'back' | 'out'; over: string[] };

export type Decisions = Map<string, Decision>;

/** A question that a row leaves to a person, under the name that its answer is kept under. */
export type Question = {
  name: string;
  over: string[];
  kind: 'cell' | 'match' | 'gone' | 'taken-out';
  cell?: string;
};

/** All questions that a row can leave: those of its conflicts only count while it is taken for a line. */
export function questionsOf({ kind, line, shown }: Pick<MergeRow, 'kind' | 'line' | 'shown'>): Question[] {
  const cells = shown.conflicts.map(({ cell, ours, theirs }) => ({
    name: `cell ${line} ${cell}`,
    over: [ours, theirs],
    kind: 'cell' as const,
    cell,
  }));
  switch (kind) {
    case 'doubtful':
      return [{ name: `match ${shown.place}`, over: [line ?? ''], kind: 'match' }, ...cells];
    case 'gone':
      return [{ name: `gone ${line}`, over: [], kind: 'gone' }];
    case 'taken-out':
      return [{ name: `taken out ${shown.place}`, over: [line ?? ''], kind: 'taken-out' }];
    default:
      return cells;
  }
}

/** The decision that still answers a question. */
export function answerTo(question: Question, decisions: Decisions): Decision | undefined {
  const decision = decisions.get(question.name);
  return decision && String(decision.over) === String(question.over) ? decision : undefined;
}

/** How many questions of a row must be answered before the edition can be worked in, and nobody has. */
export function undecidedIn(row: Pick<MergeRow, 'kind' | 'line' | 'shown'>, decisions: Decisions): number {
  const questions = questionsOf(row);
  const [first] = questions;
  if (row.kind === 'doubtful' && first) {
    const match = answerTo(first, decisions);
    if (!match) return 1;
    if (match.choice === 'new') return 0;
  }
  return questions.filter(
    question => (question.kind !== 'gone' || row.shown.edited) && !answerTo(question, decisions),
  ).length;
}

/** Everything that was decided, as the merge takes it. `reason` is why lines are closed that the edition has no more. */
export function mergeDecisions(
  rows: Pick<MergeRow, 'kind' | 'line' | 'shown' | 'readingPosition'>[],
  decisions: Decisions,
  { input, reason }: { input: Pick<MergeInput, 'rows'>; reason: string },
): MergeDecisions {
  const made: Required<MergeDecisions> = { conflicts: [], doubtful: [], gone: [], takenOut: [] };
  const places = new Map(input.rows.map(({ at }) => [placeWord(at), at]));
  for (const row of rows) {
    const line = row.line ?? '';
    const at = places.get(row.shown.place ?? '')!;
    for (const question of questionsOf(row)) {
      const answer = answerTo(question, decisions);
      const choice = answer?.choice ?? (question.kind === 'gone' && !row.shown.edited ? 'closed' : undefined);
      if (choice === 'typed' && answer && 'text' in answer)
        made.conflicts.push({ line, cell: question.cell!, take: { typed: answer.text } });
      else if (choice === 'ours' || choice === 'theirs')
        made.conflicts.push({ line, cell: question.cell!, take: choice });
      else if (choice === 'same' || choice === 'new') made.doubtful.push({ at, is: choice });
      else if (choice === 'closed' || choice === 'kept' || choice === 'removed')
        made.gone.push({ line, now: choice, reason });
      else if (choice === 'back' || choice === 'out') made.takenOut.push({ at, now: choice });
    }
  }
  const others = new Set(made.doubtful.flatMap(({ at, is }) => (is === 'new' ? [placeWord(at)] : [])));
  for (const { kind, line, shown } of rows)
    if (kind === 'doubtful' && others.has(shown.place ?? ''))
      made.gone.push({ line: line ?? '', now: 'kept' });
  return made;
}

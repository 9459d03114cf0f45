import type { Within } from '../../../../platform/database/database.ts';
import { peopleFor, type Reached, reachedWords } from '../../../organisations/index.ts';
import type { StoredPromise } from '../../queries/promises.ts';
import type { TimedLine } from '../../queries/timed-lines.ts';

/** Whose it is, and who is asked, where that is not plain from the name. */
export type WhoDoesIt = { name: string; notes: string[] };

type Owned = Pick<StoredPromise, 'owner' | 'endedOn'>;
type Answered = Pick<TimedLine, 'accountable' | 'accountableId'> | undefined;

/** Who does each of some promises of one line, in their order: whoever it names, or whoever answers for the line. */
export async function whoDoesThem(
  within: Within,
  promises: readonly Owned[],
  line: Answered,
  on: Temporal.PlainDate,
): Promise<WhoDoesIt[]> {
  const idOf = ({ owner, endedOn }: Owned) => (endedOn ? null : (owner?.id ?? line?.accountableId));
  const owners = promises.flatMap(one => idOf(one) ?? []);
  const reached = await peopleFor(within, owners, on);
  return promises.map(one => ({
    name: one.owner?.name ?? line?.accountable ?? 'Nobody yet',
    notes: notesOn(reached.get(idOf(one) ?? '')),
  }));
}

/** Who is asked, where that is not plain from the name; and that nobody is. */
function notesOn(reached: Reached | undefined): string[] {
  if (!reached || ('person' in reached && reached.as === 'themselves')) return [];
  const unknown = 'refused' in reached && reached.refused === 'nobody';
  return [
    unknown
      ? 'Nobody is asked: nobody has said who is meant, or nobody holds the post.'
      : reachedWords(reached)!,
  ];
}

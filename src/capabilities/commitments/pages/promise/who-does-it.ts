import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { peopleFor, type Reached, reachedWords } from '../../../organisations/index.ts';
import { type ByPosts, byPosts } from '../../queries/by-posts.ts';
import type { StoredPromise } from '../../queries/promises.ts';
import type { TimedLine } from '../../queries/timed-lines.ts';

/** Whose it is, and who is asked, where that is not plain from the name. */
export type WhoDoesIt = { name: string; notes: string[] };

type Owned = Pick<StoredPromise, 'id' | 'owner' | 'endedOn'>;
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
  const standing = promises.flatMap(({ id, endedOn }) => (endedOn ? [] : id));
  const [reached, posts] = await Promise.all([peopleFor(within, owners, on), byPosts(within, standing)]);
  return promises.map(one => ({
    name: one.owner?.name ?? line?.accountable ?? 'Nobody yet',
    notes: notesOnPosts(posts.get(one.id)) ?? notesOn(reached.get(idOf(one) ?? '')),
  }));
}

/** The title that posts of areas have is nobody in particular: each place has its own. */
function notesOnPosts(posts: ByPosts | undefined): string[] | undefined {
  if (!posts) return undefined;
  const { found, without } = posts;
  const gap = `${count(without, 'place has', 'places have')} none, or several, and nobody is asked there: give a post that area, or say who does it.`;
  return [
    `Each place has its own: ${count(found, 'place is', 'places are')} kept by the post of the area.`,
    ...(without ? [gap] : []),
  ];
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

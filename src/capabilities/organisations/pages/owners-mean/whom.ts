import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { Meant } from '../../actions/whom-owners-mean.ts';
import { namedCalled } from '../../queries/named.ts';
import { postsNamed } from '../../queries/posts-called.ts';
import { findWhom } from '../whom.ts';

/** Whom somebody typed: a person by name or address, else a post by its title and area, else a team by its name. */
export async function findMeant(
  within: Within,
  text: string,
  today: Temporal.PlainDate,
): Promise<Meant | Refusal<'nobody' | 'several'>> {
  const whom = await findWhom(within, text, today);
  if (!('refused' in whom)) return { kind: 'person', id: whom.id };
  if (whom.refused === 'several') return whom;
  for (const kind of ['post', 'team'] as const) {
    const [only, another] =
      kind === 'post' ? await postsNamed(within, text) : await namedCalled(within, kind, text);
    if (another) return refuse('several');
    if (only) return { kind, id: only.id };
  }
  return refuse('nobody');
}

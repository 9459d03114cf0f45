import { isRefused } from '../../../language/refusal.ts';
import type { Asked, Published } from './asked.ts';
import { groupsByGraph } from './graph.ts';
import { decidedByIds, type GroupsFault, graphOf } from './rules/graph.ts';
import { type Claims, groupsAreElsewhere } from './rules/presented.ts';

/** What is asked for besides, so that groups can be told: where nobody's groups say anything, nothing. */
export function groupScopes(published: Published, asked: Asked): string[] {
  const graph = decidedByIds(asked) ? graphOf(asked.issuer, published) : undefined;
  return [
    ...(published.scopes_supported?.includes('groups') && asked.groupClaim ? ['groups'] : []),
    // the least that lists whoever signs in their own groups (Microsoft, "List a user's memberships")
    ...(graph ? [`${graph}/User.Read`] : []),
  ];
}

/** The groups that the provider keeps out of its token, since they are too many for it; undefined where it does not. */
export async function listedGroups(
  claims: Claims,
  published: Published,
  asked: Asked,
  token: string,
): Promise<string[] | GroupsFault | undefined> {
  if (!groupsAreElsewhere(claims, asked.groupClaim)) return undefined;
  const graph = decidedByIds(asked) ? graphOf(asked.issuer, published) : undefined;
  if (!graph) return 'too-many-groups';
  const listed = await groupsByGraph(graph, token);
  return isRefused(listed) ? listed.refused : listed;
}

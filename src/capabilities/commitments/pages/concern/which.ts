import type { Within } from '../../../../platform/database/database.ts';
import type { SignedInVisit, Visit } from '../../../../platform/http/visit.ts';
import type { Concern } from '../../queries/concerns.ts';
import { identified } from '../identified.ts';
import { maySettle } from '../may.ts';

/** The concern that an address names; a malformed name is as unknown as a wrong one. */
export const concernIdOf = ({ params }: Visit): string | undefined => identified(params.concern);

/** Whether the visitor may answer it and tell it back: whoever edits, and an owner who is to answer or keeps the promise. */
export async function mayAnswer(
  within: Within,
  visit: SignedInVisit,
  { ownerId, keeper }: Pick<Concern, 'ownerId' | 'keeper'>,
): Promise<boolean> {
  return (await maySettle(within, visit, { owner: ownerId })) || maySettle(within, visit, { owner: keeper });
}

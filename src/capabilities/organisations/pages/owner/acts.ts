import { isRefused } from '../../../../language/refusal.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { undoMerge } from '../../actions/merge-owners.ts';
import { endOwner, takeUpAgain } from '../../actions/owners.ts';
import type { OwnerParts } from '../../keeps-owners.ts';
import { addressOf, ownerIdOf, tell } from '../which-owner.ts';

export async function postEnd(visit: SignedInVisit): Promise<Answer> {
  const id = ownerIdOf(visit);
  const done = id && (await visit.within(within => endOwner(within, id, visit.now())));
  if (!done || (isRefused(done) && done.refused === 'not-found')) return notFound;
  if (isRefused(done)) return tell(id, 'They had ended already, so nothing was changed.');
  return redirect(addressOf(id), `${done.ended} is given nothing new from now on.`);
}

const NOT_AGAIN = {
  'not-ended': 'They had not ended, so nothing was changed.',
  merged: 'They became part of another owner. Take that back instead.',
  'name-taken':
    'Somebody else has the name by now. Make the two one, or give one of them another name first.',
};

export async function postAgain(visit: SignedInVisit): Promise<Answer> {
  const id = ownerIdOf(visit);
  const done = id && (await visit.within(within => takeUpAgain(within, id, visit.now())));
  if (!done) return notFound;
  if (!isRefused(done)) return redirect(addressOf(id), `${done.again} can be given lines again.`);
  return done.refused === 'not-found' ? notFound : tell(id, NOT_AGAIN[done.refused]);
}

const NOT_UNDONE = {
  'changed-since':
    'One of the two, or one of the lines that were moved, was changed since. Give the lines back one by one instead.',
  'name-taken': 'Somebody else has the name by now, so nothing was taken back.',
};

export const postUndoMerge =
  ({ keepers }: OwnerParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = ownerIdOf(visit);
    const done = id && (await visit.within(within => undoMerge(within, id, { now: visit.now(), keepers })));
    if (!done) return notFound;
    if (!isRefused(done))
      return redirect(addressOf(id), `${done.from.name} and ${done.into.name} are two again, as they were.`);
    return done.refused === 'not-found' ? notFound : tell(id, NOT_UNDONE[done.refused]);
  };

import { z } from 'zod';
import { isRefused, refuse } from '../../../../language/refusal.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { sayWhomOwnerMeans } from '../../actions/whom-owners-mean.ts';
import { whomTyped } from '../../person-form.ts';
import { ownerById } from '../../queries/owners.ts';
import { addressOf, ownerIdOf, tell } from '../which-owner.ts';
import { findMeant } from './whom.ts';

/** "person:<id>", as a button that takes an offer sends it. */
const offer = z
  .string()
  .regex(/^(person|post|team):[0-9a-f-]{36}$/)
  .transform(text => text.split(':') as ['person' | 'post' | 'team', string])
  .transform(([kind, id]) => ({ kind, id }))
  .refine(({ id }) => z.uuid().safeParse(id).success);

export const offered = (value: unknown) => offer.safeParse(value).data;

/** Whom an owner means: what was offered, whoever was typed, or nobody any more. */
export async function postMeans(visit: SignedInVisit): Promise<Answer> {
  const owner = ownerIdOf(visit);
  if (!owner) return notFound;
  const { form } = visit;
  const typed = whomTyped.catch('').parse(form.who);
  const taken = offered(form.offer);
  const done = await visit.within(async within => {
    if (!(await ownerById(within, owner))) return refuse('not-found');
    if (!taken && !typed && form.offer !== 'nobody') return refuse('nothing');
    const means =
      form.offer === 'nobody' ? undefined : (taken ?? (await findMeant(within, typed, visit.today())));
    if (means && isRefused(means)) return means;
    return sayWhomOwnerMeans(within, { owner, means }, visit.now());
  });
  if (!isRefused(done))
    return redirect(
      addressOf(owner),
      done.means ? `${done.name} means ${done.means}.` : `Nobody is meant by ${done.name} any more.`,
    );
  if (done.refused === 'not-found') return notFound;
  return tell(owner, WHY[done.refused](typed));
}

const WHY = {
  nothing: () => 'Enter the name of a person, a post or a team of the directory.',
  merged: () => 'This owner became part of another one, so nothing was changed.',
  nobody: (text: string) =>
    `No person, post or team of the directory is called ${text || 'so'}. Enter the name as it stands there.`,
  several: (text: string) =>
    `Several of the directory are called ${text}. Enter the email address of the person whom you mean, or the post with its area behind it, like “${text}, Mill ward”.`,
};

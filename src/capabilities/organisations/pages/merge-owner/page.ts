import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { nameKey } from '../../../../reading/text/owners/accountable.ts';
import { mergeOwners } from '../../actions/merge-owners.ts';
import type { OwnerParts } from '../../keeps-owners.ts';
import { OWNER_KIND_WORDS, type Owner } from '../../owner.ts';
import { ownerById, ownersCalled } from '../../queries/owners.ts';
import { addressOf, OWNERS, ownerIdOf, tell } from '../which-owner.ts';

const typed = z.string().trim().max(200).catch('');
const identifier = z.uuid().toLowerCase();

/** Before two owners become one: whose lines would be whose. Nothing is changed until the button is pressed. */
export function mergeOwnerPage({ lines, keepers }: OwnerParts) {
  const show = async (visit: SignedInVisit): Promise<Answer> => {
    const id = ownerIdOf(visit);
    const name = typed.parse(visit.query.into).replaceAll('\0', '');
    const found =
      id &&
      (await visit.within(async within => {
        const from = await ownerById(within, id);
        if (!from) return undefined;
        const into = await ownerCalled(within, name, from);
        return { from, into, tallies: await lines.tallies(within, [from.id, ...(into ? [into.id] : [])]) };
      }));
    if (!found) return notFound;
    const { from, into, tallies } = found;
    if (!into || from.endedAt) return tell(from.id, whyNot(from, name));
    const side = (owner: Owner) => ({
      ...owner,
      kind: OWNER_KIND_WORDS[owner.kind],
      href: addressOf(owner.id),
      tally: tallies.get(owner.id),
    });
    return page(
      'organisations/pages/merge-owner/merge-owner.njk',
      { from: side(from), into: side(into), here: addressOf(from.id) },
      {
        title: `Make ${from.name} one with ${into.name}`,
        trail: [...OWNERS, { text: from.name, href: addressOf(from.id) }, { text: 'Make one' }],
      },
    );
  };

  const merge = async (visit: SignedInVisit): Promise<Answer> => {
    const from = ownerIdOf(visit);
    const into = identifier.safeParse(visit.form.into).data;
    if (!from || !into) return notFound;
    const done = await visit.within(within =>
      mergeOwners(within, { from, into }, { now: visit.now(), keepers }),
    );
    if (!isRefused(done))
      return redirect(
        addressOf(into),
        `${done.from.name} and ${done.into.name} are one. Their lines are here.`,
      );
    if (done.refused === 'not-found') return notFound;
    const text =
      done.refused === 'same'
        ? 'These are one already, so nothing was changed.'
        : 'One of the two has ended, so nothing was changed.';
    return tell(from, text);
  };

  return { show, merge };
}

/** By its name rather than by initials, which several may share. */
async function ownerCalled(within: Within, name: string, besides: Owner): Promise<Owner | undefined> {
  const called = (name ? await ownersCalled(within, [name]) : []).filter(({ id }) => id !== besides.id);
  return (
    called.find(owner => nameKey(owner.name) === nameKey(name)) ??
    (called.length === 1 ? called[0] : undefined)
  );
}

const whyNot = (from: Owner, name: string): string =>
  from.endedAt
    ? `${from.name} has ended, and cannot become one with another.`
    : name
      ? `Nobody else in the register is called ${name}. Choose one of the names that are offered.`
      : 'Enter the name of the one that stays.';

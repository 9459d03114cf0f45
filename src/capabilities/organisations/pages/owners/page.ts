import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { addOwner } from '../../actions/owners.ts';
import type { OwnerParts, OwnerTally } from '../../keeps-owners.ts';
import {
  OWNER_KIND_WORDS,
  OWNER_KINDS,
  type Owner,
  otherNames,
  ownerInitials,
  ownerKind,
  ownerName,
} from '../../owner.ts';
import { countOwners, listOwners, type OwnersAsked } from '../../queries/owners.ts';

const SIZE = 50;

export const ownerShape = z.object({
  name: ownerName,
  kind: ownerKind,
  initials: ownerInitials,
  alsoCalled: otherNames,
});

const query = z.object({
  q: z
    .string()
    .transform(text => text.replaceAll('\0', '').trim().slice(0, 100))
    .catch(''),
  kind: z.enum(OWNER_KINDS).optional().catch(undefined),
  ended: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const kindChoices = OWNER_KINDS.map(value => ({ value, text: OWNER_KIND_WORDS[value] }));

/** Everybody who can answer for lines: people, posts and teams, with how many lines each has; and how one is added. */
export function ownersPage({ lines }: OwnerParts) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

  const add = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(ownerShape, visit.form);
    if (!value) return view(visit, { errors, answers });
    const added = await visit.within(within => addOwner(within, value, visit.now()));
    if ('refused' in added) return view(visit, { errors: fieldProblem('name', TAKEN), answers });
    return redirect('/organisation/owners', `${value.name} is in the register.`);
  };

  const view = async (
    visit: SignedInVisit,
    facts: { errors?: PageError[]; answers?: Record<string, string> },
  ): Promise<Answer> => {
    const { q, kind, ended, page: number } = query.parse(visit.query);
    const zone = visit.who.organisation.timeZone;
    const asked: OwnersAsked = { words: q, kind, ended: Boolean(ended) };
    const found = await visit.within(async within => {
      const listed = await listOwners(within, asked, { after: (number - 1) * SIZE, most: SIZE });
      const ids = listed.owners.map(({ id }) => id);
      return { ...listed, tallies: await lines.tallies(within, ids), counts: await countOwners(within) };
    });
    const address = (at: number) =>
      `/organisation/owners?${new URLSearchParams({ ...(q && { q }), ...(kind && { kind }), ...(ended && { ended }), page: String(at) })}`;
    const shown = {
      answers: { kind: 'post' },
      ...facts,
      rows: found.owners.map(owner => rowOf(owner, { tally: found.tallies.get(owner.id), zone })),
      counts: found.counts,
      asked: { q, kind, ended },
      filtered: Boolean(q || kind || ended),
      kinds: kindChoices,
      pages: pageLinks({ total: found.total, page: number, size: SIZE }, address),
    };
    const trail = [{ text: 'Organisation', href: '/organisation' }, { text: 'Owners' }];
    const status = facts.errors ? 422 : 200;
    return page('organisations/pages/owners/owners.njk', shown, { title: 'Owners', trail }, status);
  };

  return { show, add };
}

export const TAKEN = 'Somebody of this name is in the register already. Look in the list.';

type Around = { tally?: OwnerTally; zone: string };

const rowOf = ({ id, name, kind, initials, alsoCalled, endedAt }: Owner, { tally, zone }: Around) => ({
  href: `/organisation/owners/${id}`,
  name,
  kind: OWNER_KIND_WORDS[kind],
  also: [initials, ...alsoCalled].filter(Boolean).join(', '),
  ended: endedAt?.toZonedDateTimeISO(zone).toPlainDate(),
  accountable: tally?.accountable ?? 0,
  contributes: tally?.contributes ?? 0,
});

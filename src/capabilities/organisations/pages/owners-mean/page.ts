import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { sayWhomOwnerMeans } from '../../actions/whom-owners-mean.ts';
import { OWNER_KIND_WORDS, type OwnerKind } from '../../owner.ts';
import { candidatesFor, unsettledOwners } from '../../queries/whom-owners-mean.ts';
import { onlyLikely } from '../../rules/likely-match.ts';
import { idIn, namedAddress, personAddress } from '../directory-addresses.ts';
import { addressOf, OWNERS } from '../which-owner.ts';
import { offered } from './act.ts';

const HERE = '/organisation/owners/meant';
const SIZE = 50;
const query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** The owners of whom nobody has said whom they mean, each with whoever is likely meant: offered, and taken by a tick. */
export async function showOwnersMean(visit: SignedInVisit): Promise<Answer> {
  const { page: number } = query.parse(visit.query);
  const found = await visit.within(async within => {
    const { owners, total } = await unsettledOwners(within, { after: (number - 1) * SIZE, most: SIZE });
    return {
      owners,
      total,
      candidates: await candidatesFor(
        within,
        owners.map(({ name }) => name),
      ),
    };
  });
  const rows = found.owners.map(({ id, name, kind }) => {
    const match = onlyLikely(name, found.candidates.get(name) ?? []);
    return {
      id,
      name,
      href: addressOf(id),
      kind: OWNER_KIND_WORDS[kind as OwnerKind],
      match: match && {
        value: `${match.kind}:${match.id}`,
        name: match.name,
        words: [match.kind, match.beside].filter(Boolean).join(', '),
        href: match.kind === 'person' ? personAddress(match.id) : namedAddress(match.kind, match.id),
      },
    };
  });
  const shown = {
    rows,
    here: HERE,
    offers: rows.filter(({ match }) => match).length,
    pages: pageLinks({ total: found.total, page: number, size: SIZE }, at => `${HERE}?page=${at}`),
    total: found.total,
  };
  const frame = { title: 'Whom owners mean', trail: [...OWNERS, { text: 'Whom they mean' }] };
  return page('organisations/pages/owners-mean/owners-mean.njk', shown, frame);
}

/** Takes the offers that were ticked; `take-<owner>` holds who was offered. */
export async function postOwnersMean(visit: SignedInVisit): Promise<Answer> {
  const taken = Object.entries(visit.form).flatMap(([name, value]) => {
    const owner = name.startsWith('take-') ? idIn(name.slice('take-'.length)) : undefined;
    const means = offered(value);
    return owner && means ? [{ owner, means }] : [];
  });
  // in one order, so that two who settle the same wait for each other and never both
  const inOrder = taken.sort((one, other) => one.owner.localeCompare(other.owner)).slice(0, SIZE);
  const said = await visit.within(async within => {
    let done = 0;
    for (const one of inOrder) if (!isRefused(await sayWhomOwnerMeans(within, one, visit.now()))) done++;
    return done;
  });
  if (!said)
    return { kind: 'redirect', to: HERE, notice: { kind: 'info', text: 'Tick those that are right.' } };
  return redirect(
    HERE,
    said === 1 ? 'It is said whom 1 owner means.' : `It is said whom ${said} owners mean.`,
  );
}

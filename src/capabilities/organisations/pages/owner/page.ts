import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { changeOwner } from '../../actions/owners.ts';
import type { OwnerLines, OwnerParts } from '../../keeps-owners.ts';
import { OWNER_KIND_WORDS, type Owner, ownerSubject } from '../../owner.ts';
import { mergedInto, mergeOf } from '../../queries/owner-merges.ts';
import { ownerById, ownerNames } from '../../queries/owners.ts';
import { candidatesFor, meansOf } from '../../queries/whom-owners-mean.ts';
import { peopleFor } from '../../reaching.ts';
import { likelyMatches } from '../../rules/likely-match.ts';
import { namedAddress, personAddress } from '../directory-addresses.ts';
import { kindChoices, ownerShape, TAKEN } from '../owners/page.ts';
import { reachedWords } from '../reached-words.ts';
import { addressOf, OWNERS, ownerIdOf } from '../which-owner.ts';

const SIZE = 50;
/** Names offered while somebody types the one that stays. */
const MOST_OFFERED = 500;

const query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
const version = z.coerce.number().int().catch(0);

type Asked = { errors?: PageError[]; answers?: Record<string, string> };

/** One owner: what the register says of them, and their lines over all plans. */
export function ownerPage({ lines, keepers }: OwnerParts) {
  const show = async (visit: SignedInVisit, asked: Asked = {}): Promise<Answer> => {
    const id = ownerIdOf(visit);
    const { page: number } = query.parse(visit.query);
    const found =
      id && (await visit.within(within => load(within, lines, id, { number, today: visit.today() })));
    return found ? view(visit, found, asked) : notFound;
  };

  const renamed = async (within: Within, owner: { id: string; name: string }): Promise<void> => {
    for (const keeper of keepers) await keeper.renamed(within, owner);
  };

  const save = async (visit: SignedInVisit): Promise<Answer> => {
    const id = ownerIdOf(visit);
    if (!id) return notFound;
    const { value, errors, answers } = readForm(ownerShape, visit.form);
    if (!value) return show(visit, { errors, answers });
    const seen = version.parse(visit.form.version);
    const done = await visit.within(within =>
      changeOwner(within, { id, version: seen, values: value }, { now: visit.now(), renamed }),
    );
    if ('saved' in done)
      return redirect(addressOf(id), done.saved.length ? 'Saved.' : 'Nothing was changed.');
    if (done.refused === 'not-found') return notFound;
    return show(visit, { errors: fieldProblem('name', NOT_CHANGED[done.refused]), answers });
  };

  return { show, save };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

async function load(
  within: Within,
  lines: OwnerLines,
  id: string,
  { number, today }: { number: number; today: Temporal.PlainDate },
) {
  const owner = await ownerById(within, id);
  if (!owner) return undefined;
  const means = await meansOf(within, id);
  return {
    owner,
    number,
    tally: (await lines.tallies(within, [id])).get(id) ?? { accountable: 0, contributes: 0 },
    rows: await lines.page(within, id, { after: (number - 1) * SIZE, most: SIZE }),
    entries: await historyOf(within, ownerSubject(id), 50),
    into: owner.mergedInto ? await ownerById(within, owner.mergedInto) : undefined,
    merge: owner.mergedInto ? await mergeOf(within, id) : undefined,
    took: await mergedInto(within, id),
    means,
    reached: means && (await peopleFor(within, [id], today)).get(id),
    likely: means || owner.endedAt ? [] : (await candidatesFor(within, [owner.name])).get(owner.name),
    names: owner.endedAt ? [] : await ownerNames(within, MOST_OFFERED),
  };
}

function view(visit: SignedInVisit, loaded: Loaded, asked: Asked): Answer {
  const { owner, tally, number, entries } = loaded;
  const zone = visit.who.organisation.timeZone;
  const facts = {
    ...loaded,
    answers: asked.answers ?? answersOf(owner),
    errors: asked.errors ?? [],
    kind: OWNER_KIND_WORDS[owner.kind],
    means: loaded.means && { ...loaded.means, href: meantAddress(loaded.means) },
    reached: reachedWords(loaded.reached),
    asked: loaded.reached && 'person' in loaded.reached ? loaded.reached.person : undefined,
    offers: likelyMatches(owner.name, loaded.likely ?? []).map(one => ({
      value: `${one.kind}:${one.id}`,
      name: one.name,
      words: [one.kind, one.beside].filter(Boolean).join(', '),
    })),
    kinds: kindChoices,
    here: addressOf(owner.id),
    others: loaded.names.filter(name => name !== owner.name),
    pages: pageLinks(
      { total: tally.accountable + tally.contributes, page: number, size: SIZE },
      at => `${addressOf(owner.id)}?page=${at}`,
    ),
    entries: entries.flatMap(inWords),
    zone,
    ended: owner.endedAt?.toZonedDateTimeISO(zone).toPlainDate(),
  };
  const frame = { title: owner.name, trail: [...OWNERS, { text: owner.name }] };
  return page('organisations/pages/owner/owner.njk', facts, frame, asked.errors ? 422 : 200);
}

const meantAddress = ({ kind, id }: { kind: 'person' | 'post' | 'team'; id: string }): string =>
  kind === 'person' ? personAddress(id) : namedAddress(kind, id);

function inWords({ at, actor, action, changes }: HistoryEntry): object[] {
  if (!changes.length) return [{ when: at, who: actor, words: WORDS[action] ?? action }];
  return changes.map(({ field, before, after }) => ({
    when: at,
    who: actor,
    words:
      action === 'changed' ? (field === 'means' ? 'said whom it means' : `changed the ${field}`) : action,
    before,
    after,
  }));
}

const NOT_CHANGED = {
  'name-taken': `${TAKEN.replace(' Look in the list.', '')} If both are the same, make them one below.`,
  'changed-meanwhile':
    'Somebody changed this owner while you were typing. Look at the page again, then save.',
  merged: 'This owner became part of another one, so nothing was changed.',
};

const WORDS: Record<string, string> = {
  added: 'added them to the register',
  ended: 'ended them: nothing new is theirs',
  'took up again': 'took them up again',
};

const answersOf = ({ name, kind, initials, alsoCalled }: Owner): Record<string, string> => ({
  name,
  kind,
  initials,
  alsoCalled: alsoCalled.join('\n'),
});

import { isRefused } from '../../../language/refusal.ts';
import { type Answer, notFound, page, redirect, type SignedInVisit } from '../../http/visit.ts';
import { mergeEntries, type NotMerged, together, undoMerge } from '../merges.ts';
import { allNames, entryById, type NamedEntry, sourcesOf } from '../queries.ts';
import { addressOf, type Register } from '../register.ts';
import { similarPairs, similarTo } from '../similar.ts';
import { entryIdOf, identifierIn, stepOf, trailOf } from './which.ts';

const MOST_OFFERED = 12;

/** Entries that may be the same, offered pair by pair; nothing happens before somebody looked at one. */
export const alikePage =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const entries = await visit.within(within => allNames(within, register));
    const pairs = similarPairs(entries.filter(entry => !entry.ended));
    const facts = {
      register: { one: register.one, many: register.many },
      pairs: pairs.map(({ kept, gone }) => ({
        kept,
        gone,
        href: `${addressOf(register, kept.id)}/merge?with=${gone.id}`,
      })),
      back: addressOf(register),
    };
    return page('registers/alike.njk', facts, {
      title: `${register.title} that may be the same`,
      trail: trailOf(register, { text: 'Perhaps the same' }),
    });
  };

/** Which other entry is the same; with one chosen, what would move. */
export const mergePage =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = entryIdOf(visit);
    if (!id) return notFound;
    const other = identifierIn(visit.query.with);
    if (other) return preview(visit, register, id, other);
    const words = typeof visit.query.q === 'string' ? visit.query.q.trim().slice(0, 200) : '';
    const found = await visit.within(async within => {
      const entry = await entryById(within, register, id);
      return entry && { entry, names: await allNames(within, register) };
    });
    if (!found || found.entry.mergedInto) return notFound;
    const others = found.names.filter(one => one.id !== id);
    const offered = words
      ? containing(words, others)
      : similarTo(
          register.sharesNames ? (found.entry.values.detail ?? '') : found.entry.name,
          others,
          MOST_OFFERED,
        );
    const facts = {
      register: { one: register.one },
      title: register.titleOf(found.entry),
      words,
      offered: offered.map(one => ({ ...one, href: `${addressOf(register, id)}/merge?with=${one.id}` })),
      here: `${addressOf(register, id)}/merge`,
      back: addressOf(register, id),
    };
    return page('registers/merge-which.njk', facts, {
      title: `Merge ${facts.title}`,
      trail: trailOf(register, stepOf(register, found.entry), { text: 'Merge' }),
    });
  };

const containing = (words: string, entries: NamedEntry[]): NamedEntry[] =>
  entries
    .filter(({ name, alsoCalled }) =>
      [name, ...alsoCalled].some(one => one.toLowerCase().includes(words.toLowerCase())),
    )
    .slice(0, MOST_OFFERED);

async function preview(
  visit: SignedInVisit,
  register: Register,
  kept: string,
  gone: string,
): Promise<Answer> {
  const found = await visit.within(async within => {
    const [one, other] = [await entryById(within, register, kept), await entryById(within, register, gone)];
    return one && other && { one, other, sources: await sourcesOf(within, gone) };
  });
  if (!found || found.one.mergedInto || found.other.mergedInto || kept === gone) return notFound;
  const { one, other, sources } = found;
  const after = together(one, other);
  const facts = {
    register: { one: register.one },
    kept: { title: register.titleOf(one), lines: one.lines },
    gone: { title: register.titleOf(other), lines: other.lines, id: other.id },
    rows: [
      { key: 'Name', text: one.name },
      { key: 'Also called', text: after.alsoCalled.join('; ') },
      ...register.fields
        .filter(({ name, kind }) => after.values[name] && (kind === 'text' || kind === 'area'))
        .map(({ name, label }) => ({ key: label, text: after.values[name] })),
    ],
    sources,
    action: `${addressOf(register, kept)}/merge`,
    other: `${addressOf(register, gone)}/merge?with=${kept}`,
    back: addressOf(register, kept),
  };
  return page('registers/merge.njk', facts, {
    title: `Merge ${facts.kept.title} and ${facts.gone.title}`,
    trail: trailOf(register, stepOf(register, one), { text: 'Merge' }),
  });
}

export const postMerge =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const [kept, gone] = [entryIdOf(visit), identifierIn(visit.form.with)];
    if (!kept || !gone) return notFound;
    return visit.within(async within => {
      const done = await mergeEntries(within, register, { kept, gone }, visit.now());
      if (!isRefused(done))
        return redirect(
          addressOf(register, kept),
          'Merged. While nobody changes it, the merge can be undone below.',
        );
      return done.refused === 'not-found'
        ? notFound
        : redirect(addressOf(register, kept), REFUSED[done.refused]);
    });
  };

export const postUnmerge =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const kept = entryIdOf(visit);
    if (!kept) return notFound;
    return visit.within(async within => {
      const done = await undoMerge(within, register, kept, visit.now());
      if (!isRefused(done))
        return redirect(
          addressOf(register, done.gone),
          'The merge is undone: the two stand for themselves again.',
        );
      return done.refused === 'not-found'
        ? notFound
        : redirect(addressOf(register, kept), REFUSED[done.refused]);
    });
  };

const REFUSED: Record<Exclude<NotMerged['refused'], 'not-found'>, string> = {
  same: 'Nothing was changed: that is one and the same.',
  'changed-meanwhile':
    'Nothing was changed: one of the two was changed meanwhile. It stands below as it is now.',
};

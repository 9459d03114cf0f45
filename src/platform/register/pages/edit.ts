import type { Within } from '../../database/database.ts';
import type { PageError } from '../../govuk/frame.ts';
import { type Answer, notFound, page, redirect, type SignedInVisit } from '../../http/visit.ts';
import { addEntry, type EntryNotSaved, type EntryTyped, endEntry, saveEntry } from '../actions.ts';
import { entryById, ownerItems } from '../queries.ts';
import { addressOf, type Entry, type Register } from '../register.ts';
import { asTyped, emptyEntry, readEntry } from './form.ts';
import { entryIdOf, stepOf, trailOf, versionIn } from './which.ts';

export const newPage =
  (register: Register) =>
  (visit: SignedInVisit): Promise<Answer> =>
    visit.within(within => show(within, register, { typed: emptyEntry(register) }));

export const postNew =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const { typed, errors } = readEntry(register, visit.form);
    return visit.within(async within => {
      if (errors.length) return show(within, register, { typed, errors }, 422);
      const done = await addEntry(within, register, typed, visit.now());
      if ('id' in done) return redirect(addressOf(register, done.id), 'Added.');
      return answerTo(within, register, done, { typed });
    });
  };

export const editPage =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = entryIdOf(visit);
    if (!id) return notFound;
    return visit.within(async within => {
      const entry = await entryById(within, register, id);
      return entry && !entry.mergedInto ? show(within, register, { entry, typed: asTyped(entry) }) : notFound;
    });
  };

/** Saves, or shows the form again: with what is wrong (422), or with what somebody else saved meanwhile (409). */
export const postEdit =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = entryIdOf(visit);
    if (!id) return notFound;
    const { typed, errors } = readEntry(register, visit.form);
    const version = versionIn(visit.form);
    return visit.within(async within => {
      const entry = await entryById(within, register, id);
      if (!entry) return notFound;
      if (errors.length) return show(within, register, { entry, typed, version, errors }, 422);
      const done = await saveEntry(within, register, { id, version, typed }, visit.now());
      if ('saved' in done)
        return redirect(
          addressOf(register, id),
          done.saved.length ? 'Saved.' : 'Nothing was changed, so nothing was saved.',
        );
      return answerTo(within, register, done, { entry, typed, version });
    });
  };

export const postEnd =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = entryIdOf(visit);
    if (!id) return notFound;
    const ended = visit.form.ended === 'yes';
    const version = versionIn(visit.form);
    return visit.within(async within => {
      const done = await endEntry(within, register, { id, version, ended }, visit.now());
      if ('done' in done)
        return redirect(addressOf(register, id), ended ? 'Ended: lines keep it.' : 'Taken up again.');
      if (done.refused === 'not-found') return notFound;
      return redirect(addressOf(register, id), END_REFUSED[done.refused]);
    });
  };

const END_REFUSED = {
  'changed-meanwhile':
    'Nothing was changed: somebody else changed it meanwhile. It stands below as it is now.',
  'name-taken': 'Nothing was changed: another one has this name now.',
};

type Shown = { entry?: Entry; typed: EntryTyped; version?: number; errors?: PageError[]; theirs?: Entry };

async function answerTo(
  within: Within,
  register: Register,
  done: EntryNotSaved,
  shown: Shown,
): Promise<Answer> {
  switch (done.refused) {
    case 'not-found':
      return notFound;
    case 'changed-meanwhile':
      return show(
        within,
        register,
        { ...shown, entry: done.entry, theirs: done.entry, version: done.entry.version },
        409,
      );
    case 'name-taken': {
      const text = `“${done.by}” is already in the register: choose another name, or merge the two`;
      const field = done.by === shown.typed.name ? 'name' : 'also_called';
      return show(within, register, { ...shown, errors: [{ href: `#${field}`, text }] }, 422);
    }
  }
}

async function show(
  within: Within,
  register: Register,
  { entry, typed, version, errors, theirs }: Shown,
  status = 200,
): Promise<Answer> {
  const asksOwner = register.fields.some(field => field.kind === 'owner');
  const owners = asksOwner ? [{ value: '', text: 'Nobody yet' }, ...(await ownerItems(within))] : [];
  const title = entry
    ? `Change ${register.titleOf(entry)}`
    : `Add ${register.one === 'audience' ? 'an' : 'a'} ${register.one}`;
  const facts = {
    register: { one: register.one },
    title: entry ? `Change the ${register.one}` : title,
    entry,
    ended: Boolean(entry?.endedAt),
    version: version ?? entry?.version,
    typed,
    fields: register.fields.map(field => ({
      ...field,
      value: typed.values[field.name] ?? '',
      items: field.kind === 'owner' ? owners : field.items,
    })),
    theirs: theirs && theirsOf(register, theirs, typed),
    errors,
    action: entry ? `${addressOf(register, entry.id)}/edit` : `${addressOf(register)}/new`,
    back: addressOf(register, entry?.id),
  };
  const steps = entry ? [stepOf(register, entry), { text: 'Change' }] : [{ text: title }];
  return page('registers/edit.njk', facts, { title, trail: trailOf(register, ...steps) }, status);
}

/** Fields in which what somebody else saved differs from what was typed. */
function theirsOf(register: Register, theirs: Entry, typed: EntryTyped): { label: string; value: string }[] {
  const fields = register.fields
    .filter(({ name }) => (theirs.values[name] ?? '') !== (typed.values[name] ?? ''))
    .map(({ name, label, kind }) => ({
      label,
      value: (kind === 'owner' ? theirs.owner : theirs.values[name]) ?? '',
    }));
  return theirs.name === typed.name ? fields : [{ label: 'Name', value: theirs.name }, ...fields];
}

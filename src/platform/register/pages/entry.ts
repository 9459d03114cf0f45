import { type HistoryEntry, historyOf } from '../../history/history.ts';
import { type Answer, mayAs, notFound, page, redirect, type SignedInVisit } from '../../http/visit.ts';
import { lastMerge, type Merge } from '../merges.ts';
import { entryById, type Source, sourcesOf } from '../queries.ts';
import { addressOf, type Entry, type Register, subjectOf } from '../register.ts';
import { shownValue } from './list.ts';
import { entryIdOf, trailOf } from './which.ts';

type FoundEntry = {
  entry: Entry;
  sources: Source[];
  merge: Merge | undefined;
  lines: string;
  members: string;
  promises: string;
  history: HistoryEntry[];
};

/** One entry: what is known of it, the plans it came from, the lines that use it, and what was ever changed of it. */
export const entryPage =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = entryIdOf(visit);
    if (!id) return notFound;
    const found = await visit.within(async (within): Promise<FoundEntry | undefined> => {
      const entry = await entryById(within, register, id);
      if (!entry) return undefined;
      const said = (name: string) => (typeof visit.query[name] === 'string' ? visit.query[name] : '');
      const about = { entry: id, here: addressOf(register, id), plan: said('plan'), after: said('after') };
      return {
        entry,
        sources: await sourcesOf(within, id),
        merge: await lastMerge(within, register, id),
        lines: await visit.panel(within, `lines of ${register.table}`, about),
        members: await visit.panel(within, `members of ${register.table}`, {
          ...about,
          today: visit.today().toString(),
        }),
        promises: await visit.panel(within, `promises of ${register.table}`, {
          entry: id,
          today: visit.today().toString(),
          mayEdit: mayAs(visit.who.role, 'editor') ? 'yes' : '',
        }),
        history: await historyOf(within, subjectOf(register, id), 50),
      };
    });
    if (!found) return notFound;
    return found.entry.mergedInto
      ? redirect(addressOf(register, found.entry.mergedInto))
      : show(visit, register, found);
  };

function show(
  visit: SignedInVisit,
  register: Register,
  { entry, sources, merge, lines, members, promises, history }: FoundEntry,
): Answer {
  const title = register.titleOf(entry);
  const mayEdit = mayAs(visit.who.role, 'editor');
  const facts = {
    register: { one: register.one, many: register.many },
    title,
    entry,
    rows: rowsOf(register, entry),
    unmet: entry.unmet.join('; '),
    sources: sources.map(source => ({ ...source, said: saidOf(source.said) })),
    merge: mayEdit && merge?.undoable ? merge : undefined,
    lines,
    members,
    promises,
    history: history.flatMap(historyRows),
    zone: visit.who.organisation.timeZone,
    here: addressOf(register, entry.id),
    mayEdit,
  };
  return page('registers/entry.njk', facts, { title, trail: trailOf(register, { text: title }) });
}

function rowsOf(register: Register, entry: Entry): { key: string; text: string }[] {
  const rows = register.fields.map(({ name, label, kind }) => ({
    key: label,
    text: kind === 'tick' ? (entry.values[name] ? 'Yes' : 'No') : shownValue(register, entry, name),
  }));
  return [...rows, { key: 'Also called', text: entry.alsoCalled.join('; ') }].filter(row => row.text);
}

/** What a document said, under the names of the reading; a name that only lines print is said by the lines below. */
function saidOf(said: Record<string, unknown>): { key: string; text: string }[] {
  return Object.entries(said).flatMap(([key, value]) => {
    const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
    return text ? [{ key: SAID[key] ?? key, text }] : [];
  });
}

const SAID: Record<string, string> = {
  name: 'Name',
  group: 'Group',
  detail: 'Detail',
  role: 'Role',
  category: 'Kind',
  description: 'Description',
  printed: 'As printed',
  number: 'Number',
  heading: 'Heading',
  text: 'Text',
};

function historyRows({ at, actor, action, changes }: HistoryEntry): object[] {
  if (!changes.length) return [{ when: at, who: actor, words: action }];
  return changes.map(({ field, before, after }) => ({
    when: at,
    who: actor,
    words: action === 'changed' ? `changed ${WORDS[field] ?? field}` : `${action}: ${WORDS[field] ?? field}`,
    before: shortened(before),
    after: shortened(after),
  }));
}

const WORDS: Record<string, string> = {
  grouped: 'group',
  kind: 'kind',
  project_specific: 'made for one project',
  owner_id: 'owner',
};

const MOST = 600;
const shortened = (text: string | null): string | null =>
  text && text.length > MOST ? `${text.slice(0, MOST)} …` : text;

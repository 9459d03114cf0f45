import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { POLLS } from '../../../../timing/working/pre-election.ts';
import { addEntry, changeEntry, type EntryNotSaved } from '../../actions/entries.ts';
import type { Calendar, Entry } from '../../calendar.ts';
import type { CalendarParts } from '../../follows.ts';
import { calendarById } from '../../queries/calendars.ts';
import { entryById } from '../../queries/entries.ts';
import { POLL_WORDS } from '../../rules/pre-elections.ts';
import { calendarAddress, calendarStep, entryAddress, idOf, PLACE, trailOf } from '../addresses.ts';
import { placesToChoose } from '../places.ts';
import { type EntryAnswers, entryAnswers, readEntry } from './form.ts';

export async function newEntry(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'calendar');
  return visit.within(async within => {
    const calendar = id && (await calendarById(within, id));
    return calendar ? show(within, { calendar }) : notFound;
  });
}

export const postNewEntry =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit, 'calendar');
    return visit.within(async within => {
      const calendar = id && (await calendarById(within, id));
      if (!calendar) return notFound;
      const { values, answers, errors } = readEntry(visit.form, calendar.kind === 'elections');
      if (!values) return show(within, { calendar, answers, errors });
      const done = await addEntry(within, calendar.id, values, parts, visit.now());
      if ('id' in done) return redirect(calendarAddress(calendar.id), `${values.title} is added.`);
      return done.refused === 'not-found'
        ? notFound
        : show(within, { calendar, answers, errors: whyNot(done.refused) });
    });
  };

export async function editEntry(visit: SignedInVisit): Promise<Answer> {
  return visit.within(async within => {
    const found = await loaded(visit, within);
    return found ? show(within, { ...found, answers: entryAnswers(found.entry) }) : notFound;
  });
}

export const postEntry =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const version = versionOrNone.parse(visit.form.version);
    return visit.within(async within => {
      const found = await loaded(visit, within);
      if (!found) return notFound;
      const { values: said, answers, errors } = readEntry(visit.form, found.calendar.kind === 'elections');
      if (!said) return show(within, { ...found, answers, errors });
      const { id, calendar, at } = found.entry;
      const values = said.election ? { ...said, at } : said; // its form asks for no hour
      const done = await changeEntry(within, { calendar, id, version, values }, parts, visit.now());
      if ('saved' in done)
        return redirect(entryAddress(found.entry), done.saved ? SAVED : 'Nothing was changed.');
      return done.refused === 'not-found'
        ? notFound
        : show(within, { ...found, answers, errors: whyNot(done.refused) });
    });
  };

const SAVED = 'Saved. What hangs on it moves with it.';

async function loaded(
  visit: SignedInVisit,
  within: Within,
): Promise<{ calendar: Calendar; entry: Entry } | undefined> {
  const [id, entryId] = [idOf(visit, 'calendar'), idOf(visit, 'entry')];
  const entry = id && entryId ? await entryById(within, entryId) : undefined;
  const calendar = entry && entry.calendar === id ? await calendarById(within, id) : undefined;
  return entry && calendar && { calendar, entry };
}

const WHY_NOT: Record<Exclude<EntryNotSaved['refused'], 'not-found'>, [field: string, text: string]> = {
  'no-such-area': ['area', 'Choose an area of the list'],
  'changed-meanwhile': [
    'title',
    'Somebody changed this entry while you were typing. Open it again, then save',
  ],
  'there-already': [
    'title',
    'This is in the calendar already, on the same day at the same time. Change one of the two, or leave it as it is',
  ],
};
const whyNot = (refused: keyof typeof WHY_NOT): PageError[] => fieldProblem(...WHY_NOT[refused]);

type Shown = { calendar: Calendar; entry?: Entry; answers?: EntryAnswers; errors?: PageError[] };

async function show(within: Within, { calendar, entry, answers, errors = [] }: Shown): Promise<Answer> {
  const title = entry ? `Change ${entry.title}` : `Add to ${calendar.name}`;
  const elections = calendar.kind === 'elections';
  const facts = {
    title,
    entry,
    answers,
    errors,
    elections,
    polls: POLLS.map(value => ({ value, text: POLL_WORDS[value] })),
    areas: elections ? await placesToChoose(within, 'Everywhere that the calendar is for') : [],
    here: entry ? `${entryAddress(entry)}/edit` : `${calendarAddress(calendar.id)}/entries/new`,
    remove: entry && `${entryAddress(entry)}/remove`,
    back: entry ? entryAddress(entry) : calendarAddress(calendar.id),
  };
  const steps = entry
    ? [calendarStep(calendar), { text: entry.title, href: entryAddress(entry) }, { text: 'Change' }]
    : [calendarStep(calendar), { text: 'Add' }];
  const frame = { title, trail: trailOf(...steps), place: PLACE };
  return page('calendars/pages/edit-entry/edit.njk', facts, frame, errors.length ? 422 : 200);
}

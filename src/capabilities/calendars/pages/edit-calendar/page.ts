import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { addCalendar, type CalendarNotSaved, changeCalendar } from '../../actions/calendars.ts';
import { CALENDAR_KINDS, type Calendar, type CalendarValues, KIND_WORDS } from '../../calendar.ts';
import type { CalendarParts } from '../../follows.ts';
import { calendarById } from '../../queries/calendars.ts';
import { CALENDARS, calendarAddress, calendarStep, idIn, idOf, PLACE, trailOf } from '../addresses.ts';
import { neededLine } from '../fields.ts';
import { placesToChoose } from '../places.ts';

const shape = z.object({
  name: neededLine('the name of the calendar', 120),
  kind: z.enum(CALENDAR_KINDS, 'Choose what it is a calendar of'),
  area: z.string().default(''),
});

type Answers = { name: string; kind: string; area: string };

export const newCalendar = (visit: SignedInVisit): Promise<Answer> =>
  visit.within(within => show(within, {}));

export async function editCalendar(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'calendar');
  return visit.within(async within => {
    const calendar = id && (await calendarById(within, id));
    return calendar ? show(within, { calendar, answers: answersOf(calendar) }) : notFound;
  });
}

export async function postNewCalendar(visit: SignedInVisit): Promise<Answer> {
  const { values, answers, errors } = readCalendar(visit.form);
  return visit.within(async within => {
    if (!values) return show(within, { answers, errors });
    const done = await addCalendar(within, values, visit.now());
    if ('id' in done) return redirect(calendarAddress(done.id), 'Added. It has no entries yet.');
    return show(within, { answers, errors: whyNot(done) });
  });
}

export const postCalendar =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit, 'calendar');
    if (!id) return notFound;
    const { values, answers, errors } = readCalendar(visit.form);
    const version = versionOrNone.parse(visit.form.version);
    return visit.within(async within => {
      const calendar = await calendarById(within, id);
      if (!calendar) return notFound;
      if (!values) return show(within, { calendar, answers, errors });
      const done = await changeCalendar(within, { id, version, values }, parts, visit.now());
      if ('saved' in done)
        return redirect(calendarAddress(id), done.saved ? 'Saved.' : 'Nothing was changed.');
      return done.refused === 'not-found'
        ? notFound
        : show(within, { calendar, answers, errors: whyNot(done) });
    });
  };

type Read = { values?: CalendarValues; answers: Answers; errors?: PageError[] };

function readCalendar(form: Record<string, unknown>): Read {
  const { value, errors, answers: said } = readForm(shape, form);
  const { name = '', kind = '', area = '' } = said;
  const answers = { name, kind, area };
  return value ? { values: { ...value, area: idIn(area) ?? null }, answers } : { answers, errors };
}

function whyNot({ refused }: CalendarNotSaved): PageError[] {
  switch (refused) {
    case 'name-taken':
      return fieldProblem('name', 'There is a calendar of this name already');
    case 'no-such-area':
      return fieldProblem('area', 'Choose an area of the list');
    case 'has-entries':
      return fieldProblem('kind', 'What it is of can be changed only while it has no entries');
    default:
      return fieldProblem(
        'name',
        'Somebody changed this calendar while you were typing. Open it again, then save',
      );
  }
}

const answersOf = ({ name, kind, area }: Calendar): Answers => ({ name, kind, area: area ?? '' });

type Shown = { calendar?: Calendar; answers?: Answers; errors?: PageError[] | undefined };

async function show(within: Within, { calendar, answers, errors = [] }: Shown): Promise<Answer> {
  const title = calendar ? `Change ${calendar.name}` : 'Add a calendar';
  const facts = {
    title,
    calendar,
    answers,
    errors,
    kinds: CALENDAR_KINDS.map(value => ({ value, text: KIND_WORDS[value], hint: HINTS[value] })),
    areas: await placesToChoose(within, 'Everywhere'),
    here: calendar ? `${calendarAddress(calendar.id)}/edit` : `${CALENDARS}/new`,
    back: calendar ? calendarAddress(calendar.id) : CALENDARS,
  };
  const steps = calendar ? [calendarStep(calendar), { text: 'Change' }] : [{ text: 'Add' }];
  const frame = { title, trail: trailOf(...steps), place: PLACE };
  return page('calendars/pages/edit-calendar/edit.njk', facts, frame, errors.length ? 422 : 200);
}

const HINTS = {
  terms: 'For what is promised “each term” or “at half-term”',
  meetings: 'Councils, committees, boards and panels',
  events: 'Fairs, markets, carnivals, days of action',
  festivals: 'Religious festivals, and days and weeks that are given to a subject',
  elections: 'With the pre-election period of each, worked out from its day',
};

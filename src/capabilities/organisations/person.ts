import type { Subject } from '../../platform/history/history.ts';

export const PERSON_KINDS = ['staff', 'temporary', 'contractor', 'member', 'partner'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export const PERSON_KIND_WORDS: Record<PersonKind, string> = {
  staff: 'Staff',
  temporary: 'Temporary staff',
  contractor: 'Contractor',
  member: 'Elected or appointed member',
  partner: 'Somebody of a partner',
};

/** From the first day to the last, both inclusive; null where there is no first or last. */
export type Days = { startsOn: Temporal.PlainDate | null; endsOn: Temporal.PlainDate | null };

export const isWithin = ({ startsOn, endsOn }: Days, on: Temporal.PlainDate): boolean =>
  (!startsOn || Temporal.PlainDate.compare(startsOn, on) <= 0) &&
  (!endsOn || Temporal.PlainDate.compare(on, endsOn) <= 0);

/** The last day is over. */
export const isOver = ({ endsOn }: Pick<Days, 'endsOn'>, on: Temporal.PlainDate): boolean =>
  endsOn !== null && Temporal.PlainDate.compare(endsOn, on) < 0;

export const personSubject = (id: string): Subject => ({ kind: 'person', id });

/** What is said of somebody in their own form; whether they leave is decided apart. */
export type PersonValues = {
  name: string;
  email: string;
  phone: string;
  language: string;
  kind: PersonKind;
  department: string | null;
  manager: string | null;
  startsOn: Temporal.PlainDate | null;
};

export type Person = PersonValues & {
  id: string;
  account: string | null;
  endsOn: Temporal.PlainDate | null;
  version: number;
};

/** The languages that are offered; any other is kept as it came, by its BCP 47 name. */
export const LANGUAGES: Record<string, string> = {
  en: 'English',
  cy: 'Welsh',
  gd: 'Scottish Gaelic',
  ga: 'Irish',
  pl: 'Polish',
  ur: 'Urdu',
};

export const languageName = (language: string): string => LANGUAGES[language] ?? language;

/** How somebody has to do with a post: they hold it, stand in while nobody does, or cover it for a time. */
export type HoldingAs = 'holder' | 'deputy' | 'cover';

/** "8 April 2025", as history tells a day. */
export const dayInWords = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { dateStyle: 'long' });

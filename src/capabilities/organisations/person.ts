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
export const isOver = ({ endsOn }: Days, on: Temporal.PlainDate): boolean =>
  endsOn !== null && Temporal.PlainDate.compare(endsOn, on) < 0;

export const personSubject = (id: string): Subject => ({ kind: 'person', id });

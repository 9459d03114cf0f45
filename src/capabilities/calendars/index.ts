export { CALENDAR_KINDS, type CalendarKind, KIND_WORDS as CALENDAR_KIND_WORDS } from './calendar.ts';
export type { FollowsCalendars } from './follows.ts';
export { preElectionPeriods } from './queries/elections.ts';
export { type CalendarToChoose, calendarsKnown, calendarsToChoose } from './queries/known.ts';
export { type PreElection, whereHeld } from './rules/pre-elections.ts';

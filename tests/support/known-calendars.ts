import type { Entry, Known } from '../../src/timing/series/known.ts';
import { SHIPPED } from '../../src/timing/working/bank-holidays.ts';

const entry = (id: string, title: string, from: string, by = from, at?: string): Entry => ({
  id,
  title,
  from,
  by,
  at,
});

/** School terms and meetings of a borough that does not exist. */
const TERMS = [
  entry('autumn-26', 'Autumn term', '2026-09-02', '2026-12-18'),
  entry('spring-27', 'Spring term', '2027-01-05', '2027-03-25'),
  entry('summer-27', 'Summer term', '2027-04-12', '2027-07-21'),
];
const MEETINGS = [
  entry('council-1', 'Full council', '2026-10-14', '2026-10-14', '19:00'),
  entry('cabinet-1', 'Cabinet', '2026-11-03'),
  entry('council-2', 'Full council', '2026-12-09', '2026-12-09', '19:00'),
];

/** An organisation in England with office hours, terms and meetings. */
export const knownCalendars = (more: Partial<Known> = {}): Known => ({
  year: {},
  working: {
    division: 'england-and-wales',
    office: [],
    zone: 'Europe/London',
    closed: [],
    holidays: SHIPPED,
  },
  shift: 'none',
  calendars: new Map([
    ['terms', { id: 'terms', name: 'School terms', entries: TERMS }],
    ['meetings', { id: 'meetings', name: 'Meetings', entries: MEETINGS }],
  ]),
  ...more,
});

import { z } from 'zod';
import type { SignedInVisit } from '../../../platform/http/visit.ts';

export const CALENDARS = '/calendars';
export const calendarAddress = (id: string): string => `${CALENDARS}/${id}`;
export const entryAddress = ({ id, calendar }: { id: string; calendar: string }): string =>
  `${calendarAddress(calendar)}/entries/${id}`;

type Step = { text: string; href?: string };

export const trailOf = (...steps: Step[]): Step[] => [
  { text: 'Organisation', href: '/organisation' },
  { text: 'Calendars', href: CALENDARS },
  ...steps,
];

export const calendarStep = ({ id, name }: { id: string; name: string }): Step => ({
  text: name,
  href: calendarAddress(id),
});

/** The item of the main navigation that every page of calendars stands under. */
export const PLACE = '/organisation';

const identifier = z.uuid().toLowerCase();

/** The record that an address names; a malformed one is as unknown as a wrong one. */
export const idOf = ({ params }: SignedInVisit, name: string): string | undefined =>
  identifier.safeParse(params[name]).data;

/** A record that a form names. */
export const idIn = (value: unknown): string | undefined => identifier.safeParse(value).data;

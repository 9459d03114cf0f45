import { z } from 'zod';
import type { Visit } from '../../../platform/http/visit.ts';

const identifier = z.uuid().toLowerCase();

/** The plan that an address names; a malformed name is as unknown as a wrong one. */
export const planIdOf = (visit: Visit): string | undefined => identifier.safeParse(visit.params.plan).data;

export const lineIdOf = (visit: Visit): string | undefined => identifier.safeParse(visit.params.line).data;

export const PLANS = { text: 'Plans', href: '/plans' };

/** Markings stand on the page only where there is one. */
export const shownMarking = (marking: string): string | undefined =>
  marking === 'none' ? undefined : marking;

/** The priority or message that an address names. */
export const priorityIdOf = (visit: Visit): string | undefined =>
  identifier.safeParse(visit.params.priority).data;

/** A record that a form names. */
export const idIn = (sent: unknown): string | undefined => identifier.safeParse(sent).data;

/** Which page of a list an address asks for; one that no list has is empty and says so. */
export const pageOf = ({ query }: Visit): number =>
  Math.min(Math.max(1, Math.trunc(Number(query.page)) || 1), 10_000);

/** The saved view, or the link to one, that an address names. */
export const viewIdOf = (visit: Visit): string | undefined => identifier.safeParse(visit.params.view).data;
export const linkIdOf = (visit: Visit): string | undefined => identifier.safeParse(visit.params.link).data;

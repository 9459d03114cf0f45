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

import { z } from 'zod';
import type { Visit } from '../../../platform/http/visit.ts';

const identifier = z.uuid().toLowerCase();

/** What an address names; a malformed name is as unknown as a wrong one. */
export const requestIdOf = (visit: Visit): string | undefined =>
  identifier.safeParse(visit.params.request).data;
export const personIdOf = (visit: Visit): string | undefined =>
  identifier.safeParse(visit.params.person).data;
export const fileIdOf = (visit: Visit): string | undefined => identifier.safeParse(visit.params.file).data;

/** Where somebody says whom a name of the register means. */
export const ownerAddress = (owner: string): string => `/organisation/owners/${owner}`;

export const ASKING = { text: 'Asked of people', href: '/asking' };

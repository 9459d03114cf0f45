import { z } from 'zod';
import type { Answer, Visit } from '../../../platform/http/visit.ts';

const identifier = z.uuid().toLowerCase();

/** The owner that an address names; a malformed name is as unknown as a wrong one. */
export const ownerIdOf = (visit: Visit): string | undefined => identifier.safeParse(visit.params.owner).data;

export const OWNERS = [
  { text: 'Organisation', href: '/organisation' },
  { text: 'Owners', href: '/organisation/owners' },
];

export const addressOf = (owner: string): string => `/organisation/owners/${owner}`;

/** Nothing was done to an owner, and why; not in the colour of success. */
export const tell = (owner: string, text: string): Answer => ({
  kind: 'redirect',
  to: addressOf(owner),
  notice: { kind: 'info', text },
});

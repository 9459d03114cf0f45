import { z } from 'zod';
import type { Answer, SignedInVisit } from '../../../platform/http/visit.ts';
import { DIRECTORY } from '../addresses.ts';
import type { NamedKind } from '../named.ts';

export { DIRECTORY, namedAddress, personAddress } from '../addresses.ts';

/** The list of the posts, departments, teams or portfolios. */
export const listOf = (kind: NamedKind): string => `${DIRECTORY}?kind=${kind}`;

const identifier = z.uuid().toLowerCase();

/** The record that an address names; a malformed one is as unknown as a wrong one. */
export const idOf = ({ params }: SignedInVisit, name: string): string | undefined =>
  identifier.safeParse(params[name]).data;

/** A record that a form names. */
export const idIn = (value: unknown): string | undefined => identifier.safeParse(value).data;

export const ORGANISATION_STEP = { text: 'Organisation', href: '/organisation' };

export const TRAIL = [ORGANISATION_STEP, { text: 'Directory', href: DIRECTORY }];

/** Nothing was done, and why; not in the colour of success. */
export const tellAt = (to: string, text: string): Answer => ({
  kind: 'redirect',
  to,
  notice: { kind: 'info', text },
});

import type { Visit } from '../../../platform/http/visit.ts';
import { identified } from './identified.ts';

export const HAPPENINGS = { text: 'What happened', href: '/happenings' };

/** The happening that an address names; a malformed name is as unknown as a wrong one. */
export const happeningIdOf = ({ params }: Visit): string | undefined => identified(params.happening);

/** The records that ticks of a form name; what is no name of one is left out. */
export function idsIn(sent: unknown): string[] {
  const all = Array.isArray(sent) ? sent : [sent];
  return [...new Set(all.flatMap(one => identified(one) ?? []))];
}

/** Which page of a list an address asks for; one that no list has is empty and says so. */
export const pageAsked = ({ query }: Visit): number =>
  Math.min(Math.max(1, Math.trunc(Number(query.page)) || 1), 10_000);

import { z } from 'zod';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';

/** Lines on a page. */
export const SIZE = 50;

const words = z.string().trim().max(300).catch('');

const queryShape = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  doubtful: z.literal('yes').optional().catch(undefined),
  /** The title that the lines stand under, and words that they hold; '' for all. */
  section: words,
  q: words,
  /** Which doubt is looked at, from 1. */
  doubt: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  /** Given when the person came here by answering one. */
  next: z.literal('yes').optional().catch(undefined),
});
export type ReviewQuery = z.output<typeof queryShape>;

export const readQuery = (query: SignedInVisit['query']): ReviewQuery => queryShape.parse(query);

type Filter = Pick<ReviewQuery, 'doubtful' | 'section' | 'q'>;

export const isFiltered = ({ doubtful, section, q }: Filter): boolean => Boolean(doubtful || section || q);

/** What an address asks for, for the one of another page of the same lines. */
export function asked({ doubtful, section, q, page }: Filter & { page?: number }): string {
  const said = { ...(doubtful && { doubtful }), ...(section && { section }), ...(q && { q }) };
  return `${new URLSearchParams({ ...said, ...(page && { page: String(page) }) })}`;
}

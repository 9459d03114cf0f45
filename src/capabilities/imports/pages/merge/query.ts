import { z } from 'zod';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Shown } from '../../queries/edition/merges.ts';
import { ROW_KINDS } from '../../rules/edition/rows.ts';

export const SHOWN = ['conflicts', ...ROW_KINDS] as const satisfies Shown[];

export const mergeQuery = z.object({
  show: z.enum(SHOWN).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What of an edition is looked at; without a word of it, what is to be decided comes first. */
export type MergeQuery = z.output<typeof mergeQuery>;

export const readMergeQuery = (query: SignedInVisit['query']): MergeQuery => mergeQuery.parse(query);

export const mergeAddress = (reading: string, { show, page }: Partial<MergeQuery> = {}): string => {
  const said = new URLSearchParams({
    ...(show && { show }),
    ...(page && page > 1 && { page: String(page) }),
  });
  return `/readings/${reading}/merge${said.size ? `?${said}` : ''}`;
};

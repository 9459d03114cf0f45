import { z } from 'zod';
import type { Subject } from '../../platform/history/history.ts';

/** What the directory keeps by name: each may belong to one other record, and ends. */
export const NAMED = {
  department: { table: 'departments', called: 'name', within: 'part_of', parent: 'department' },
  post: { table: 'posts', called: 'title', within: 'department_id', parent: 'department' },
  team: { table: 'teams', called: 'name', within: 'department_id', parent: 'department' },
  portfolio: { table: 'portfolios', called: 'name', within: 'held_by', parent: 'person' },
} as const;

export type NamedKind = keyof typeof NAMED;

export const NAMED_KINDS = Object.keys(NAMED) as NamedKind[];

/**
 * A department, post, team or portfolio. `within`: the department that it belongs to, or the person who holds it. `area`:
 * where a post is for one, as each ward has its sergeant.
 */
export type Named = {
  id: string;
  kind: NamedKind;
  name: string;
  within: string | null;
  area: string | null;
  endedAt: Temporal.Instant | null;
  version: number;
};

export const namedSubject = (kind: NamedKind, id: string): Subject => ({ kind, id });

/** In characters, as the tables hold it. */
const LONGEST = 120;

export const nameOf = (asked: string) =>
  z
    .string({ error: `Enter ${asked}` })
    .transform(text => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .refine(name => name.length > 0, `Enter ${asked}`)
    .refine(name => name.length <= LONGEST, `Enter ${asked} of ${LONGEST} characters or fewer`);

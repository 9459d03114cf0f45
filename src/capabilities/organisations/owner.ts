import { z } from 'zod';
import type { Subject } from '../../platform/history/history.ts';

export const OWNER_KINDS = ['person', 'post', 'team'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

export const OWNER_KIND_WORDS: Record<OwnerKind, string> = {
  person: 'Person',
  post: 'Post',
  team: 'Team or body',
};

/** Somebody who can answer for lines: a person, a post, or a team or another body. */
export type Owner = {
  id: string;
  kind: OwnerKind;
  name: string;
  /** "KB": under which documents mean them too; '' for none. */
  initials: string;
  /** Other names under which documents mean them. */
  alsoCalled: string[];
  /** Since when they answer for nothing new. */
  endedAt: Temporal.Instant | null;
  mergedInto: string | null;
  version: number;
};

/** Whom a line is to have: the register holds them under this name, or makes them as this kind. */
export type WantedOwner = { name: string; kind: OwnerKind };

/** In characters, as the table holds it. */
const LONGEST = 100;
/** Under how many other names somebody may be known. */
const MOST_NAMES = 40;

const oneLine = (text: string): string => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();

export const ownerName = z
  .string({ error: 'Enter a name' })
  .transform(oneLine)
  .refine(name => name.length > 0, 'Enter a name')
  .refine(name => name.length <= LONGEST, `Enter a name of ${LONGEST} characters or fewer`);

export const ownerKind = z.enum(OWNER_KINDS, 'Choose whether this is a person, a post or a team');

export const ownerInitials = z
  .string()
  .transform(oneLine)
  .refine(text => text.length <= 10, 'Enter initials of 10 characters or fewer')
  .default('');

/** As typed, a name to a line; each once. */
export const otherNames = z
  .string()
  .transform(text => [...new Set(text.split('\n').map(oneLine).filter(Boolean))])
  .refine(names => names.length <= MOST_NAMES, `Enter ${MOST_NAMES} other names or fewer`)
  .refine(
    names => names.every(name => name.length <= LONGEST),
    `Enter names of ${LONGEST} characters or fewer, one to a line`,
  )
  .default([]);

export const ownerSubject = (id: string): Subject => ({ kind: 'owner', id });

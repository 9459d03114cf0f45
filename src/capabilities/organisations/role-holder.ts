import { nameKey } from '../../language/same-name.ts';
import type { Days } from './person.ts';

/** Those that are offered; words of one's own are as good. */
export const HOLDER_ROLES = ['chair', 'vice-chair', 'clerk', 'councillor', 'MP', 'head'] as const;

/** Of which a body has one at a time: whoever follows takes the place of who was there. */
const ONE_AT_A_TIME = new Set(['chair', 'clerk', 'mp', 'head', 'leader', 'mayor']);

export const isOneAtATime = (role: string): boolean => ONE_AT_A_TIME.has(nameKey(role));

/** The same role, however it is written. */
export const sameRole = (one: string, other: string): boolean =>
  one === other || nameKey(one) === nameKey(other);

export const CONTACT_KINDS = ['email', 'phone', 'address'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_WORDS: Record<ContactKind, string> = {
  email: 'email address',
  phone: 'telephone number',
  address: 'postal address',
};

/** One way to reach a role holder, with why it is kept and its last day; null for some months after the role. */
export type ContactDetail = {
  kind: ContactKind;
  value: string;
  purpose: string;
  keepUntil: Temporal.PlainDate | null;
};

/** Where nothing else was said. */
export const USUAL_PURPOSE = 'To write to them in their role';

/** Of which body or area a role is. */
export type HolderPlace = { body: string } | { area: string };

export type RoleHolderValues = Days & {
  role: string;
  name: string;
  language: string;
  contact: ContactDetail[];
};

export type RoleHolder = RoleHolderValues & { id: string; version: number };

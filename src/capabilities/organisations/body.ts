import type { Subject } from '../../platform/history/history.ts';
import type { Days } from './person.ts';

/** Those that are offered; any other word of one's own is as good. */
export const BODY_KINDS = ['board', 'panel', 'school', 'council', 'group'] as const;

/** A body outside the organisation: a board, a panel, a school. Its contact is an office's, nobody's own. */
export type BodyValues = Days & {
  kind: string;
  name: string;
  area: string | null;
  email: string;
  phone: string;
  website: string;
  address: string;
  /** Those that it should have; one that nobody holds is vacant. */
  roles: string[];
};

export type Body = BodyValues & { id: string; version: number };

export const bodySubject = (id: string): Subject => ({ kind: 'body', id });

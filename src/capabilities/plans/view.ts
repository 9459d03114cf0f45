import { z } from 'zod';
import type { Subject } from '../../platform/history/history.ts';
import { mayAs, type Role } from '../../platform/http/visit.ts';

/** What somebody likes to see of a list, kept under a name: the lines of one plan, of all, or another list. */
export type View = {
  id: string;
  name: string;
  plan: string | null;
  /** The path of another list than that of lines (kept-list.ts). */
  list: string | null;
  /** What an address says of filters, order and columns. */
  asked: Record<string, string>;
  shared: boolean;
  madeBy: string;
  madeByName: string;
  version: number;
  changedAt: Temporal.Instant;
};

/** In characters, as the table holds it. */
const LONGEST_NAME = 100;

export const viewName = z
  .string('Enter a name for the view')
  .trim()
  .min(1, 'Enter a name for the view')
  .max(LONGEST_NAME, `The name must be ${LONGEST_NAME} characters or fewer`);

export type Person = { id: string; role: Role };

/** One's own, and what others share with the organisation. */
export const maySee = (view: Pick<View, 'shared' | 'madeBy'>, { id }: Person): boolean =>
  view.shared || view.madeBy === id;

/** Whoever made a view keeps it; of a shared one an administrator too. */
export const mayChange = (view: Pick<View, 'shared' | 'madeBy'>, { id, role }: Person): boolean =>
  view.madeBy === id || (view.shared && mayAs(role, 'administrator'));

/** What everybody sees is for those to say who may change plans. */
export const mayShare = ({ role }: Person): boolean => mayAs(role, 'editor');

export const viewSubject = (id: string): Subject => ({ kind: 'view', id });

import { z } from 'zod';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import { may, type Standing } from '../../../language/rights.ts';
import { mayAs, ROLE_NAME, ROLES, type Role } from '../../../language/role.ts';

/** A part of an organisation: a plan, or a department with those that are part of it. */
export type PartOf = { plan: string } | { department: string };

/** What somebody may do in a part. */
export type Part = {
  account: string;
  /** Of whom it is, and of what. */
  name: string;
  email: string;
  of: { kind: 'plan' | 'department'; id: string; title: string };
  role: Role;
  marked: boolean;
  givenBy: string;
  givenAt: Temporal.Instant;
};

/** An administrator is one of the whole organisation. */
const PART_ROLES = ROLES.filter(role => role !== 'administrator');

export const partRole = z.enum(PART_ROLES, { error: 'Choose what this person may do there' });

const MEANS: Record<Exclude<Role, 'administrator'>, string> = {
  viewer: 'Reads and comments',
  owner: 'Keeps the lines up to date that they answer for, too',
  editor: 'Changes the plan and its lines',
  lead: 'Says who may see and change it, too',
};

export const partRoleChoices = () =>
  PART_ROLES.map(value => ({ value, text: ROLE_NAME[value], hint: MEANS[value] }));

/** Nobody gives more than they have themselves. */
export function mayGivePart(
  giver: Standing,
  wanted: { role: Role; marked: boolean },
): Refusal<'more-than-own'> | undefined {
  const has = may(giver, 'give-part') && giver.role && mayAs(giver.role, wanted.role);
  return has && (!wanted.marked || may(giver, 'see-marked')) ? undefined : refuse('more-than-own');
}

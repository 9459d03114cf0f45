import { higher } from '../../language/rights.ts';
import { mayAs, type Role } from '../../language/role.ts';
import type { Needs, RouteOptions } from './needs.ts';
import type { SignedIn } from './visit.ts';

/** The part of the organisation that an address names, for somebody who has parts of it; `access` knows. */
export type RoleOnPart = (who: SignedIn, params: Record<string, string>) => Promise<Role | undefined>;

/** What an address may name that is a plan or of one: there the role on that plan counts. */
export const OF_A_PLAN = ['plan', 'promise', 'occurrence', 'concern'] as const;

type Asked = { admits: Needs; options: RouteOptions; params: Record<string, string> };

/**
 * The role in which somebody is let in where an address leads, or the status of their refusal: a plan of which they have
 * no part is not found, since that it is there is not theirs to know. Only those who have parts wait for a question.
 */
export async function admission(
  who: SignedIn,
  { admits, options, params }: Asked,
  roleOnPart: RoleOnPart,
): Promise<Role | 403 | 404> {
  const { everywhere, parts } = who.rights;
  if (admits === 'anywhere') return everywhere ?? 'viewer';
  const ofPlan = OF_A_PLAN.some(name => params[name] !== undefined) && !options.everywhere;
  const role = ofPlan && parts ? higher(everywhere, await roleOnPart(who, params)) : everywhere;
  if (role && mayAs(role, admits)) return role;
  return ofPlan && !role ? 404 : 403;
}

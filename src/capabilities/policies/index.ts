/** What other capabilities may ask of policies. */
export { type CitingLine, fillClauses, linkClauses } from './actions/fill.ts';
export { clausesFollowOwners, clausesHandOver } from './actions/follow-owners.ts';
export { CLAUSES } from './register.ts';
export type { ReadClause } from './rules/read-clause.ts';

/** What other capabilities may ask of plans. */
export { asPerson } from './actions/as-person.ts';
export { createPlan } from './actions/create-plan.ts';
export { applyEdition } from './actions/edition/apply-edition.ts';
export { changedSince, undoEdition } from './actions/edition/undo-edition.ts';
export { plansFollowOwners } from './actions/follow-owners.ts';
export { plansHandOver } from './actions/hand-over.ts';
export { setOwnersOfLines } from './actions/line-owners.ts';
export { fillRegisters, linkLines } from './actions/link-lines.ts';
export { removeLines } from './actions/remove-lines.ts';
export { removePlan } from './actions/remove-plan.ts';
export { restoreLines } from './actions/restore-lines.ts';
export { askWhoseLines } from './asking/ask-owners.ts';
export { plansRequests } from './asking/kinds.ts';
export type { Edition, PlanBefore, Touched } from './edition.ts';
export type { Copied, GoesAlong } from './goes-along.ts';
export type { GoesWithPlans } from './goes-with-plans.ts';
export type { KeptList } from './kept-list.ts';
export { shownTiming } from './pages/timings.ts';
export { KEPT_WITH_PLAN } from './personal.ts';
export type { AsRead, Beside, LineOwners, Marking, NewLine, NewPlan, NewSection } from './plan.ts';
export { MARKINGS } from './plan.ts';
export { ownerLines } from './queries/owner-lines.ts';
export {
  type LatestChange,
  type LineThen,
  latestChanges,
  linesAt,
  type PlanToChoose,
  planStamp,
  plansToChoose,
  type StandingLine,
  type StandingPlan,
  standingPlan,
} from './queries/standing-plan.ts';
export { viewsOfList } from './queries/views.ts';
export { knownHeadings } from './rules/export/headings.ts';
export { planThen, readBack } from './rules/export/read-back.ts';
export { type LineValues, valuesOf } from './rules/line-changes.ts';
export { titleOfLine } from './rules/line-title.ts';
export { FIELD_WORDS } from './rules/words.ts';

/** What other capabilities may ask of plans. */
export { createPlan } from './actions/create-plan.ts';
export { removeLines } from './actions/remove-lines.ts';
export { restoreLines } from './actions/restore-lines.ts';
export { shownTiming } from './pages/timings.ts';
export type { AsRead, Beside, Marking, NewLine, NewPlan, NewSection } from './plan.ts';
export { MARKINGS } from './plan.ts';

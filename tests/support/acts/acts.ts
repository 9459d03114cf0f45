import { AUDIENCES } from '../../../src/capabilities/audiences/index.ts';
import { mergeOwners, undoMerge } from '../../../src/capabilities/organisations/actions/merge-owners.ts';
import {
  changeOwner,
  endOwner,
  takeUpAgain,
} from '../../../src/capabilities/organisations/actions/owners.ts';
import { addLine } from '../../../src/capabilities/plans/actions/add-line.ts';
import { copyPlan } from '../../../src/capabilities/plans/actions/copy-plan.ts';
import { plansFollowOwners } from '../../../src/capabilities/plans/actions/follow-owners.ts';
import { setOwnersOfLines } from '../../../src/capabilities/plans/actions/line-owners.ts';
import { linkLineByHand } from '../../../src/capabilities/plans/actions/link-by-hand.ts';
import { linkLines } from '../../../src/capabilities/plans/actions/link-lines.ts';
import { moveLine } from '../../../src/capabilities/plans/actions/move-line.ts';
import { removeLines } from '../../../src/capabilities/plans/actions/remove-lines.ts';
import { removePlan, restorePlan } from '../../../src/capabilities/plans/actions/remove-plan.ts';
import { restoreLines } from '../../../src/capabilities/plans/actions/restore-lines.ts';
import { saveLine } from '../../../src/capabilities/plans/actions/save-line.ts';
import * as priorities from '../../../src/capabilities/plans/actions/serve-priorities.ts';
import type { LineValues } from '../../../src/capabilities/plans/rules/line-changes.ts';
import type { Within } from '../../../src/platform/database/database.ts';
import { mergeEntries, undoMerge as undoEntries } from '../../../src/platform/register/merges.ts';
import { changeTogether, undoTogether } from './bulk.ts';
import type { Dice } from './dice.ts';
import { takeBack, workIn } from './editions.ts';
import { type Standing, standing } from './standing.ts';

export const NOW = Temporal.Instant.from('2025-04-08T13:05:00Z');
export const OCCASION = { now: NOW, today: Temporal.PlainDate.from('2025-04-08') };
const MERGING = { now: NOW, keepers: [plansFollowOwners] };

const CELLS = ['', 'All', 'KB', 'Jo Marsh', 'jo marsh', 'Press Officer (lead), Web Team', 'KB / Jo Marsh'];
const NAMES = ['Jo Marsh', 'Web Team', 'KB', 'Town Clerk', 'Press Officer', ''];
const VALUES: Record<string, string[]> = {
  owner: CELLS,
  accountable: NAMES,
  contributors: ['', 'Web Team\nKB', 'Town Clerk'],
  state: ['complete', 'in-progress', 'superseded', 'unknown'],
  when: ['', '30 June 2025', 'Quarterly', 'soon', 'June 2026'],
  audience: ['Residents', 'Ward panels', 'Residents; Schools', ''],
  how: ['Leaflets', 'Press release', 'Panel meeting and leaflets', ''],
  tags: ['', 'urgent', 'urgent, spring', 'ward 3'],
};

/** One thing that a person does, by chance; it may come too late, and is refused then. */
export type Act = (within: Within, at: Standing, chance: Dice) => Promise<unknown>;

const values = (chance: Dice): LineValues => {
  const fields = Object.keys(VALUES).filter(() => chance.next(3) === 0);
  return Object.fromEntries(fields.map(field => [field, chance.pick(VALUES[field]!)]));
};

/** Everything that changes what is counted, under the words that a failing test says. */
export const ACTS: Record<string, Act> = {
  'saves a line': (within, { plan, line }, chance) =>
    saveLine(within, { plan, line: line.id, version: line.version, values: values(chance) }, OCCASION),
  'adds a line': (within, { plan, section }, chance) =>
    addLine(within, { plan, section, values: { what: 'New', ...values(chance) } }, OCCASION),
  'moves a line': (within, { plan, line, section }, chance) =>
    moveLine(within, { plan, line: line.id, way: chance.pick(['up', 'down', { section }] as const) }, NOW),
  'takes lines out': (within, { plan, lines }, chance) =>
    removeLines(
      within,
      { plan, lines: chance.some(lines, 3).map(({ id }) => ({ id })), reason: 'chance' },
      NOW,
    ),
  'puts lines back': (within, { plan, removed }) => restoreLines(within, { plan, lines: removed }, NOW),
  'takes a plan out': (within, { plan, spare }, chance) =>
    removePlan(within, { id: chance.next(3) ? spare : plan, reason: '' }, NOW),
  'puts a plan back': async (within, { plan, spare }) => {
    await restorePlan(within, spare, NOW);
    await restorePlan(within, plan, NOW);
  },
  'settles owners of many': (within, { plan, lines }, chance) =>
    setOwnersOfLines(
      within,
      plan,
      chance.some(lines, 4).map(({ id }) => ({
        line: id,
        accountable: { name: chance.pick(NAMES) || 'Nobody', kind: 'post' as const },
        contributors: [{ name: 'Web Team', kind: 'team' as const }],
      })),
      NOW,
    ),
  'changes many': changeTogether,
  'undoes a change of many': undoTogether,
  'works an edition in': workIn,
  'takes an edition back': takeBack,
  'merges owners': (within, { owner, otherOwner }) =>
    mergeOwners(within, { from: owner.id, into: otherOwner.id }, MERGING),
  'parts owners': (within, { goneOwners }, chance) => undoMerge(within, chance.pick(goneOwners), MERGING),
  'renames an owner': (within, { owner: { id, version } }, chance) =>
    changeOwner(
      within,
      {
        id,
        version,
        values: { name: `Officer ${chance.next(20)}`, kind: 'post', initials: '', alsoCalled: [] },
      },
      { now: NOW, renamed: plansFollowOwners.renamed },
    ),
  'ends an owner': (within, { owner }) => endOwner(within, owner.id, NOW),
  'takes an owner up again': (within, { owner }) => takeUpAgain(within, owner.id, NOW),
  'links lines by their words': (within, { plan }) => linkLines(within, plan, undefined, NOW),
  'links a line by hand': (within, { plan, line, audience }, chance) =>
    linkLineByHand(
      within,
      { register: 'audiences', plan, line: line.id, entry: audience, linked: chance.next(2) === 0 },
      NOW,
    ),
  'merges audiences': (within, { audience, otherAudience }) =>
    mergeEntries(within, AUDIENCES, { kept: audience, gone: otherAudience }, NOW),
  'parts audiences': (within, { audience }) => undoEntries(within, AUDIENCES, audience, NOW),
  'says what a line serves': (within, { plan, line, priority }, chance) =>
    priorities.sayServes(within, { kind: 'line', id: line.id, plan }, chance.next(2) ? [priority] : [], NOW),
  'says what many lines serve': (within, { plan, lines, priority }, chance) =>
    priorities.linkWithPriority(
      within,
      {
        plan,
        lines: chance.some(lines, 5).map(({ id }) => id),
        priority: { id: priority, name: 'Safer streets' } as never,
        link: chance.next(2) === 0,
      },
      NOW,
    ),
  'copies a plan': (within, { plan }, chance) =>
    chance.next(4)
      ? Promise.resolve()
      : copyPlan(within, plan, { months: 12, leaveDone: false, emptyTold: true, title: 'Copy' }, OCCASION),
};

/** Does one act, chosen beforehand, to whatever stands there now. */
export async function act(within: Within, name: string, plans: string[], chance: Dice): Promise<unknown> {
  const at = await standing(within, plans, chance);
  return ACTS[name]!(within, at, chance);
}

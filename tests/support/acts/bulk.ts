import { pickLines } from '../../../src/capabilities/plans/actions/bulk/pick-lines.ts';
import { beginStep, type Step, takeStep } from '../../../src/capabilities/plans/actions/bulk/step.ts';
import { bulkChange, bulkChanges } from '../../../src/capabilities/plans/queries/bulk.ts';
import type { Wanted } from '../../../src/capabilities/plans/rules/bulk/wanted.ts';
import type { Within } from '../../../src/platform/database/database.ts';
import { type Act, NOW, OCCASION } from './acts.ts';

const WANTED: Wanted[] = [
  { state: 'complete' },
  { accountable: 'Jo Marsh' },
  { accountable: '' },
  { when: '1 September 2025' },
  { addTag: 'urgent', state: 'in-progress' },
  { removeTag: 'urgent', accountable: 'Web Team' },
];

async function step(within: Within, id: string, what: Step, wanted?: Wanted): Promise<void> {
  if (!(await beginStep(within, id, what, NOW, wanted))) return;
  const change = await bulkChange(within, id, NOW);
  if (change) await takeStep(within, change, OCCASION);
}

/** Lines of every plan, or some of one, changed in one go. */
export const changeTogether: Act = async (within, { lines }, chance) => {
  const picked = chance.next(2) ? { filter: {} } : { lines: chance.some(lines, 5).map(({ id }) => id) };
  const made = await pickLines(within, { picked, back: '/lines' }, NOW);
  if (!made) return;
  await step(within, made.id, 'weighing', chance.pick(WANTED));
  await step(within, made.id, 'changing');
};

export const undoTogether: Act = async (within, _at, chance) => {
  const changes = await bulkChanges(within, NOW);
  if (changes.length) await step(within, chance.pick(changes).id, 'undoing');
};

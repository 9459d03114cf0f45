import { applyEdition } from '../../../src/capabilities/plans/actions/edition/apply-edition.ts';
import { undoEdition } from '../../../src/capabilities/plans/actions/edition/undo-edition.ts';
import type { Edition } from '../../../src/capabilities/plans/edition.ts';
import { isRefused } from '../../../src/language/refusal.ts';
import { newLine, RECOMMENDATION_COLUMNS } from '../plans.ts';
import { type Act, NOW, OCCASION } from './acts.ts';

type Worked = Parameters<typeof undoEdition>[2] & { plan: string };

/** What was worked in, so that it can be taken back; by plan, as the reading of it keeps it. */
const worked: Worked[] = [];

export const workIn: Act = async (within, { plan, lines, removed }, chance) => {
  const some = chance.some(lines, 6);
  const [closed, out, ...changed] = some;
  const at = ({ id, version }: { id: string; version: number }) => ({ line: id, version });
  const cells = { owner: chance.pick(['Jo Marsh', 'KB', '']), when: 'June 2027', audience: 'Schools' };
  const edition: Edition = {
    file: { id: null, name: 'next.docx' },
    dated: '2026',
    period: null,
    updates: changed.map(line => ({
      ...at(line),
      cells: chance.next(3) ? cells : { ...cells, section: 'Schools' },
    })),
    closures: closed ? [{ ...at(closed), reason: 'not in next.docx' }] : [],
    removals: out ? [{ ...at(out), reason: 'not in next.docx' }] : [],
    back: removed.slice(0, 1).map(line => ({ line, cells: { what: 'Again' } })),
    inserts: [{ row: 0, section: 'Schools', line: newLine({ what: 'Visit schools', owner: 'Web Team' }) }],
    order: [
      { row: 0 },
      ...removed.slice(0, 1).map(line => ({ line })),
      ...lines.map(({ id }) => ({ line: id })),
    ],
    columns: new Map([['Schools', RECOMMENDATION_COLUMNS]]),
  };
  const done = await applyEdition(within, plan, edition, OCCASION);
  if (!isRefused(done)) worked.push({ ...done, plan, file: 'next.docx' });
};

export const takeBack: Act = async (within, _at) => {
  const last = worked.pop();
  if (last) await undoEdition(within, last.plan, last, NOW);
};

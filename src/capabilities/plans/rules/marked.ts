import type { MarkedRead } from '../../../platform/privacy/marked-reads.ts';
import { nameOfLine } from './name-of-line.ts';

export type ShownPlan = { id: string; title: string; marking: string };
export type ShownLine = { id: string; plan: string; reference?: string; position: number; marking: string };
export type Shown = { plans: readonly ShownPlan[]; lines: readonly ShownLine[] };

export const isMarked = ({ marking }: { marking: string }): boolean => marking === 'OFFICIAL-SENSITIVE';

/** What is marked of that which is shown: each plan of which something is, and the lines that are marked themselves. */
export function markedIn({ plans, lines }: Shown): MarkedRead[] {
  const own = lines.filter(isMarked);
  const whole = plans.filter(isMarked);
  if (!own.length && !whole.length) return [];
  const titles = new Map(plans.map(({ id, title }) => [id, title]));
  return [
    ...whole.map(({ id, title }) => ({ subject: { kind: 'plan', id }, title })),
    ...own.map(line => lineRead(line, titles.get(line.plan) ?? '')),
  ];
}

/** One line, which is marked itself or stands in a plan that is. */
export const markedLine = ({
  line,
  plan,
}: {
  line: Omit<ShownLine, 'plan'>;
  plan: ShownPlan;
}): MarkedRead[] => (isMarked(line) || isMarked(plan) ? [lineRead(line, plan.title)] : []);

const lineRead = ({ id, reference = '', position }: Omit<ShownLine, 'plan'>, plan: string): MarkedRead => ({
  subject: { kind: 'line', id },
  title: [nameOfLine({ reference, position }), plan].filter(Boolean).join(' – '),
});

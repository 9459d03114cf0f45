import { keepPromise } from '../../src/capabilities/commitments/actions/keep-promise.ts';
import type { NewPromise } from '../../src/capabilities/commitments/promise.ts';
import { createPlan, type NewLine } from '../../src/capabilities/plans/index.ts';
import type { Within } from '../../src/platform/database/database.ts';
import type { Series } from '../../src/timing/series/series.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from './plans.ts';

export type StagedPromise = { promise: string; plan: string; line: string };

type Staged = Partial<Omit<NewPromise, 'plan' | 'of' | 'series'>> & {
  series: Series;
  /** What the line says; its timing is `phrase`. */
  what?: string;
  /** More of the line: its marking, its audience. */
  line?: Partial<NewLine>;
  /** A line that is there already; otherwise one is made, in a plan of its own. */
  of?: { plan: string; line: string };
  now: Temporal.Instant;
  today?: Temporal.PlainDate;
  /** The first day on which it holds; today, where nothing is said. */
  from?: string;
};

/** A promise of a line, kept; its dates are written down when jobs run. */
export async function stagedPromise(
  within: Within,
  { series, what = 'Hold ward panels', line, of, now, today, from, ...promise }: Staged,
): Promise<StagedPromise> {
  const stands = of ?? (await stagedLine(within, { what, when: promise.phrase ?? '', ...line }, now));
  const day = today ?? now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const kept = await keepPromise(
    within,
    {
      ...{ plan: stands.plan, of: { line: stands.line }, about: what, phrase: '', series },
      ...{ conditional: false, heldOnly: false, graceDays: 0, warningDays: 5 },
      ...{ spread: null, owner: null, setOffBy: null },
      ...promise,
    },
    { now, today: day, ...(from ? { from: Temporal.PlainDate.from(from) } : {}) },
  );
  if ('refused' in kept) throw new Error(`The promise was not kept: ${kept.refused}.`);
  return { promise: kept.promise, ...stands };
}

/** A plan with one line. */
export async function stagedLine(
  within: Within,
  line: Partial<NewLine>,
  now: Temporal.Instant,
): Promise<{ plan: string; line: string }> {
  const section = { title: 'Promises', columns: RECOMMENDATION_COLUMNS, lines: [newLine(line)] };
  const plan = await createPlan(within, newPlan({ title: 'Ashmere panels', sections: [section] }), now);
  const { id } = await within.db
    .selectFrom('lines')
    .select('id')
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
  return { plan, line: id };
}

export const quarterlySeries: Series = {
  kind: 'each',
  times: 1,
  period: { count: 1, unit: 'quarter' },
  from: '2025-04-01',
};
export const weeklySeries: Series = { kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', from: '2025-04-01' };
export const daysSeries = (...days: string[]): Series => ({
  kind: 'days',
  windows: days.map(day => ({ from: day, by: day })),
});

import type { ForKind } from '../../src/capabilities/commitments/promise.ts';
import { type StagedOccurrence, stageOccurrences } from './occurrences.ts';
import { stagedPromise } from './promises.ts';
import type { TestSite } from './site.ts';

type Kept = Partial<Omit<Parameters<typeof stagedPromise>[1], 'series' | 'now'>> & {
  series?: Parameters<typeof stagedPromise>[1]['series'];
  /** Their dates; otherwise the series says them. */
  dates?: StagedOccurrence[];
  /** Wards and the like for whom it is kept, each by its name. */
  each?: string[];
};

/** Promises of an organisation whose owners are asked for evidence. */
export function promisesKeptOn(site: TestSite, organisation: string) {
  const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
  return {
    keep: async ({ dates = [], each = [], series = FAR, ...promise }: Kept) => {
      const kept = await within(inside =>
        stagedPromise(inside, { series, now: site.clock.now(), ...promise }),
      );
      if (each.length) await within(inside => keptFor(inside, kept.promise, each, site.clock.now()));
      if (dates.length)
        await within(inside => stageOccurrences(inside, { promise: kept.promise }, dates, site.clock.now()));
      await site.runJobs();
      return kept;
    },
    /** How each occurrence of a promise stands: "2025-06-30 Harbour: met". */
    became: async (promise: string): Promise<string[]> => {
      const rows = await within(({ db }) =>
        db
          .selectFrom('occurrences as o')
          .innerJoin('commitments as c', 'c.id', 'o.commitment_id')
          .select(['o.by_day as by', 'c.for_name as forName', 'o.outcome', 'o.done_on as doneOn'])
          .where('o.promise_id', '=', promise)
          .orderBy('o.by_day')
          .orderBy('c.for_name')
          .execute(),
      );
      return rows.map(({ by, forName, outcome, doneOn }) =>
        [by, forName, outcome ?? 'open', doneOn && `on ${doneOn}`].filter(Boolean).join(' '),
      );
    },
  };
}

/** Nothing is due by it for years: what a test wants due it says itself. */
const FAR = { kind: 'days' as const, windows: [{ from: '2099-01-01', by: '2099-01-01' }] };

type Within = Parameters<Parameters<TestSite['within']>[1]>[0];

async function keptFor(
  { db }: Within,
  promise: string,
  each: string[],
  now: Temporal.Instant,
): Promise<void> {
  const first = await db
    .selectFrom('commitments')
    .select('starts_on')
    .where('promise_id', '=', promise)
    .executeTakeFirstOrThrow();
  await db.updateTable('commitments').set(named(each[0]!)).where('promise_id', '=', promise).execute();
  const rows = each.slice(1).map(name => ({
    promise_id: promise,
    ...named(name),
    ...first,
    created_at: now,
    changed_at: now,
  }));
  if (rows.length) await db.insertInto('commitments').values(rows).execute();
}

const named = (name: string): { for_kind: ForKind; for_name: string } => ({
  for_kind: 'named',
  for_name: name,
});

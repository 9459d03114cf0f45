import type { Within } from '../../platform/database/database.ts';
import { keepPromise } from './actions/keep-promise.ts';
import { promiseOf } from './actions/keep-proposed.ts';
import { keepSettings } from './actions/keep-settings.ts';
import { settle } from './actions/settle.ts';
import { writeDates } from './actions/write-dates.ts';
import type { Spread } from './promise.ts';
import { type Proposed, planPromises } from './queries/proposals.ts';
import { planHead } from './queries/timed-lines.ts';
import { sampleHappenings } from './sample-happenings.ts';
import { UNSAID } from './settings.ts';
import type { When } from './when.ts';

/** So long ago the sample's promises were kept, so that some were met and some were not. */
const WEEKS_AGO = 13;
const AHEAD = { months: 18 };

/** One of the sample's promises is kept in each ward, each by itself. */
const IN_EACH_WARD = 'Every Wednesday';
const WARDS: Spread = { of: 'areas', kind: 'ward' };

const ZONE = 'Europe/London';
const BY = { name: 'Commsgrid', account: null };

/**
 * Keeps what the plans of the sample promise, as it would have been kept a quarter of a year ago, with what became of it since.
 * Recommendations are left as proposals, for whoever looks round to keep.
 */
export async function samplePromises(within: Within, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  await keepSettings(within, { ...UNSAID, soon: { limit: 'P2D', workingDays: true } }, now);
  const plans = await within.db
    .selectFrom('plans')
    .select('id')
    .where('kind', '<>', 'recommendation-tracker')
    .orderBy('title')
    .execute();
  for (const { id } of plans) await keepAll(within, id, { now, today });
  await writeDates(within, {}, { until: today.add(AHEAD), now });
  await sampleHappenings(within, { now, today }, ZONE);
  await becameOf(within, { now, today });
}

async function keepAll(within: Within, plan: string, { now, today }: When): Promise<void> {
  const begun = today.subtract({ weeks: WEEKS_AGO });
  const head = await planHead(within, plan);
  const all = head && (await planPromises(within, head, begun));
  for (const one of all?.open ?? []) {
    const promise = one.proposal.stands === 'ready' ? promiseOf(plan, one, all!) : undefined;
    if (!promise) continue;
    const kept = await keepPromise(
      within,
      { ...promise, spread: spreadOf(one) },
      { now, today, from: begun },
    );
    if ('promise' in kept) await writeDates(within, kept, { until: today.add(AHEAD), now });
  }
}

const spreadOf = ({ timing }: Proposed): Spread | null =>
  timing.schedule.phrase === IN_EACH_WARD ? WARDS : null;

/** Most of what fell due was done in time, some of it late, and of some nobody has said anything. */
async function becameOf(within: Within, when: When): Promise<void> {
  const due = await within.db
    .selectFrom('occurrences')
    .select('id')
    .where('outcome', 'is', null)
    .where('by_day', '<', when.today)
    .orderBy('by_day')
    .orderBy('id')
    .execute();
  const inTime = due.filter((_, n) => n % 11 !== 5 && n % 9 !== 4).map(({ id }) => id);
  const done = { as: 'done', doneOn: when.today, inTime: true } as const;
  for (let at = 0; at < inTime.length; at += 500)
    await settle(within, { ...done, occurrences: inTime.slice(at, at + 500) }, BY, when);
  const late = due.filter((_, n) => n % 9 === 4 && n % 11 !== 5).map(({ id }) => id);
  await settle(within, { as: 'done', doneOn: when.today, occurrences: late }, BY, when);
}

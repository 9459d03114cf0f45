import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { dueDates } from '../../../timing/series/due-dates.ts';
import type { Known } from '../../../timing/series/known.ts';
import type { Series } from '../../../timing/series/series.ts';
import { promiseSubject } from '../promise.ts';
import { type Dated, nextDated } from '../queries/dated.ts';
import { dateColumns } from '../rules/date-columns.ts';
import { FOLLOWED_DAYS } from '../rules/occurrence-deeds.ts';
import type { When } from '../when.ts';
import { follow, type LetGo, letGo } from './agree-dates.ts';
import { AT_ONCE, insertDates } from './write-dates.ts';

/**
 * Bank holidays, office hours or days on which the organisation is closed are others: what is counted by days that are
 * worked, is to come, and nobody has heard of, follows. What somebody was asked about, said or moved stays.
 * @returns after which commitment to go on; undefined where there are no more
 */
export async function followWorkingDays(
  within: Within,
  { now, today, after }: When & { after: string },
  known: Known,
): Promise<string | undefined> {
  const found = await nextDated(within, { working: known.shift }, { after, today, most: AT_ONCE });
  for (const alike of Map.groupBy(found, ({ id, promise, endsOn, ...same }) => JSON.stringify(same)).values())
    await followAlike(within, alike, { now, today }, known);
  return found.length === AT_ONCE ? found.at(-1)!.id : undefined;
}

/** In days. A holiday may have moved a day over the end of what is written down. */
const MARGIN = 14;

async function followAlike(
  within: Within,
  alike: readonly Dated[],
  { now, today }: When,
  known: Known,
): Promise<void> {
  const { series, from, until, graceDays } = alike[0]!;
  const dates = dateColumns(dueDates(series, { from, by: until.add({ days: MARGIN }) }, known));
  const ids = alike.map(({ id }) => id);
  const them = { ids, dates, beside: false, untouched: true as const, graceDays, today, now };
  await follow(within, them);
  // of no other series does a day go that is not worked: it moves
  if (daysThemselves(series)) await tellGone(within, await letGo(within, them), now);
  await insertDates(within, alike, { until, now, notBefore: today }, known);
}

const daysThemselves = (series: Series): boolean =>
  (series.kind === 'each' && series.period.unit === 'working-day') ||
  (series.kind === 'continuous' && series.look.unit === 'working-day');

/** However many it was kept for, each day once. */
async function tellGone(within: Within, gone: readonly LetGo[], now: Temporal.Instant): Promise<void> {
  const deeds = [...Map.groupBy(gone, ({ promise }) => promise)].map(([promise, all]) => ({
    subject: promiseSubject(promise),
    action: FOLLOWED_DAYS,
    changes: [...new Set(all.map(({ by }) => by.toString()))]
      .sort()
      .map(day => ({ field: 'due', before: day, after: null })),
  }));
  await recordMany(within, deeds, now);
}

import type { Series } from '../../../timing/series/series.ts';

/**
 * The first day on which a promise holds that is kept today. What was due before is not missed since nobody had promised it
 * here; a day that the plan itself names counts all the same, since it was due by the plan's own words.
 */
export function startsOn(series: Series, today: Temporal.PlainDate): Temporal.PlainDate {
  if (series.kind !== 'days') return today;
  const first = series.windows.map(({ from }) => Temporal.PlainDate.from(from));
  return [today, ...first].reduce((one, other) =>
    Temporal.PlainDate.compare(one, other) <= 0 ? one : other,
  );
}

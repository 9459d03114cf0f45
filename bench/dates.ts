import { sql } from 'kysely';
import { writeAhead } from '../src/capabilities/commitments/write-dates-job.ts';
import type { Within } from '../src/platform/database/database.ts';
import type { Series } from '../src/timing/series/series.ts';
import { stagedLine } from '../tests/support/promises.ts';
import { type TestSite, testSite } from '../tests/support/site.ts';
import type { Report } from './report.ts';

const FROM = '2025-04-01';
const TEN_YEARS = { years: 10 };
/** Whom each promise is kept for. */
const WHOM = 50;

const each = (times: number, unit: 'month' | 'quarter' | 'year'): Series => ({
  kind: 'each',
  times,
  period: { count: 1, unit },
  from: FROM,
});

/** How promises come in plans for wards and boards: how many of each, each for fifty. */
const mix = (calendar: string): [number, Series][] => [
  [30, each(1, 'month')],
  [35, each(1, 'quarter')],
  [5, { kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', at: '18:30', from: FROM }],
  [
    15,
    {
      kind: 'beside',
      calendar,
      days: { at: 'after', end: 'last-day', far: { count: 5, unit: 'working-day' }, within: true },
      from: FROM,
    },
  ],
  [10, each(3, 'year')],
  [5, { kind: 'occasions', occasions: ['halloween', 'bonfire night'], lead: 14, from: FROM }],
];

/** Ten years of 5,000 commitments written down, as the job does it, some at a time. */
export async function measureDates(report: Pick<Report, 'limit'>): Promise<void> {
  const site = await testSite({ now: `${FROM}T09:00:00Z` });
  try {
    const organisation = await site.organisation('Borough of Ashmere');
    const within = <T>(work: (within: Within) => Promise<T>) => site.within(organisation, work);
    await within(async inside => promise(inside, mix(await meetings(inside)), site));
    const begun = performance.now();
    const stopping = new AbortController().signal;
    await writeAhead({}, { within, clock: site.clock, stopping }, { until: TEN_YEARS, before: TEN_YEARS });
    report.limit('Ten years of 5,000 commitments written down', performance.now() - begun, 10_000, 'ms');
    const { rows } = await within(({ db }) =>
      sql<{ dates: number }>`select count(*)::int as dates from occurrences`.execute(db),
    );
    if (rows[0]!.dates < 400_000) throw new Error(`Only ${rows[0]!.dates} dates were written down.`);
  } finally {
    await site.close();
  }
}

/** A calendar of a council's ten meetings a year. */
async function meetings({ db }: Within): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with kept as (
      insert into calendars (name, kind, created_at, changed_at) values ('Full council', 'meetings', now(), now()) returning id)
    , met as (
      insert into calendar_entries (calendar_id, uid, title, from_day, by_day, created_at, changed_at)
      select id, 'meeting ' || n, 'Full council', ${FROM}::date + 36 * n, ${FROM}::date + 36 * n, now(), now()
      from kept cross join generate_series(0, 100) n)
    select id from kept`.execute(db);
  return rows[0]!.id;
}

async function promise(within: Within, kept: [number, Series][], { clock }: TestSite): Promise<void> {
  const { plan, line } = await stagedLine(within, { what: 'Hold ward panels' }, clock.now());
  for (const [many, series] of kept)
    await sql`
      with made as (
        insert into promises (plan_id, line_id, about, series, created_at, created_by, changed_at)
        select ${plan}, ${line}, 'Panel ' || n, ${JSON.stringify(series)}::jsonb, now(), 'Bench', now()
        from generate_series(1, ${many}::int) n returning id)
      insert into commitments (promise_id, for_kind, for_name, starts_on, created_at, changed_at)
      select id, 'named', 'Ward ' || n, ${FROM}::date, now(), now() from made cross join generate_series(1, ${WHOM}::int) n
    `.execute(within.db);
}

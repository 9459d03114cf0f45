import { type RawBuilder, sql } from 'kysely';
import { nextWorkingDay, type WorkingCalendar, workingDaysAfter } from '../../../timing/working/working.ts';

const SERIES = sql`coalesce(c.series, p.series)`;
const PERIOD = sql`coalesce(${SERIES}->'period', ${SERIES}->'look')`;
const RULE = sql`coalesce(${SERIES}->>'rule', '')`;
const TIMES = sql`coalesce((${SERIES}->>'times')::int, 1)`;

/**
 * How often somebody would be asked for each time that a commitment `c` of a promise `p` is due: several times a week, once,
 * or so seldom that they are asked ahead of it.
 */
const TEMPO: RawBuilder<'daily' | 'weekly' | 'seldom'> = sql`case
  when ${RULE} ~ 'FREQ=DAILY' or ${RULE} ~ 'FREQ=WEEKLY' and ${RULE} ~ 'BYDAY=[A-Z]{2},' and ${RULE} !~ 'INTERVAL=([2-9]|1\\d)' then 'daily'
  when ${RULE} ~ 'FREQ=WEEKLY' and ${RULE} !~ 'INTERVAL=([2-9]|1\\d)' then 'weekly'
  when ${PERIOD}->>'unit' in ('day', 'working-day') and (${PERIOD}->>'count')::int <= 3 then 'daily'
  when ${PERIOD}->>'unit' in ('day', 'working-day') and (${PERIOD}->>'count')::int <= 7 then 'weekly'
  when ${PERIOD}->>'unit' = 'week' and (${PERIOD}->>'count')::int = 1 then case when ${TIMES} > 1 then 'daily' else 'weekly' end
  else 'seldom' end`;

/** Up to and with which day what is due is asked about today. */
export type Horizons = {
  /** Of what is due several times a week, all of a week is asked about on its last working day. */
  daily: Temporal.PlainDate;
  /** Of what is due once a week, on its day; or on the last one worked before. */
  weekly: Temporal.PlainDate;
  /** Otherwise so many working days ahead as the promise says. */
  ahead: { days: number; until: Temporal.PlainDate }[];
};

/** The most days of warning that there are. */
const MOST_WARNING = 60;

/** @param today a working day: on others nobody is asked anything */
export function horizonsOn(today: Temporal.PlainDate, calendar: WorkingCalendar): Horizons {
  const next = nextWorkingDay(today, calendar);
  const sunday = today.add({ days: 7 - today.dayOfWeek });
  const lastOfWeek = Temporal.PlainDate.compare(next, sunday) > 0;
  const ahead = [];
  let until = today;
  for (let days = 0; days <= MOST_WARNING; days++) {
    ahead.push({ days, until });
    until = workingDaysAfter(until, 1, calendar);
  }
  return {
    daily: lastOfWeek ? sunday : sunday.subtract({ days: 7 }),
    weekly: next.subtract({ days: 1 }),
    ahead,
  };
}

/** Whether an occurrence `o` is near enough to be asked about. */
export const isNear = ({ daily, weekly, ahead }: Horizons): RawBuilder<boolean> => sql<boolean>`
  coalesce(o.pace, o.by_day) <= case ${TEMPO} when 'daily' then ${daily.toString()}::date
    when 'weekly' then ${weekly.toString()}::date
    else (${ahead.map(({ until }) => until.toString())}::date[])[p.warning_days + 1] end`;

import type pg from 'pg';
import { SHIPPED } from '../../timing/working/bank-holidays.ts';
import { DIVISIONS } from '../../timing/working/division.ts';
import { type Finding, mend, well } from './finding.ts';

/** The month of the last known year from which on the next one is missed; 1 for January. */
const MISSED_FROM = 10;

/** @param last the last year whose bank holidays are known as published */
export function bankHolidaysFinding(now: Temporal.Instant, last: number): Finding {
  const { year, month } = now.toZonedDateTimeISO('Europe/London');
  if (year < last || (year === last && month < MISSED_FROM))
    return well('Bank holidays', `known as published until the end of ${last}.`);
  return mend(
    'Bank holidays',
    `known as published until the end of ${last}; later ones are worked out by the rules, which know no day that was moved or added.`,
    'npx commsgrid bank-holidays https://www.gov.uk/bank-holidays.json',
  );
}

/** The last year that is known of every division: shipped, or given in. */
export async function lastPublishedYear(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    'select division, extract(year from max(day))::int as last from bank_holidays group by division',
  );
  const givenIn = new Map<string, number>(rows.map(({ division, last }) => [division, last]));
  return Math.min(
    ...DIVISIONS.map(division => Math.max(givenIn.get(division) ?? 0, ...SHIPPED[division].keys())),
  );
}

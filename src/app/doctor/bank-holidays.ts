import type pg from 'pg';
import { type Holiday, published, publishedOver, SHIPPED } from '../../timing/working/bank-holidays.ts';
import { lastPublished, runsOut } from '../../timing/working/running-out.ts';
import { type Finding, mend, well } from './finding.ts';

const dayIn = (now: Temporal.Instant) => now.toZonedDateTimeISO('Europe/London').toPlainDate();

/** @param last the last year whose bank holidays are known as published */
export function bankHolidaysFinding(now: Temporal.Instant, last: number): Finding {
  if (!runsOut(last, dayIn(now)))
    return well('Bank holidays', `known as published until the end of ${last}.`);
  return mend(
    'Bank holidays',
    `known as published until the end of ${last}; later ones are worked out by the rules, which know no day that was moved or added.`,
    'npx commsgrid bank-holidays https://www.gov.uk/bank-holidays.json',
  );
}

/** The last year that is known of every division: shipped, or given in. */
export async function lastPublishedYear(client: pg.Client, now: Temporal.Instant): Promise<number> {
  const { rows } = await client.query<Holiday>('select division, day::text, name from bank_holidays');
  return lastPublished(publishedOver(SHIPPED, published(rows)), dayIn(now));
}

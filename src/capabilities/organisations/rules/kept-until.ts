import type { Days } from '../person.ts';
import type { ContactDetail } from '../role-holder.ts';

/** How long contact details stay after the role ended, where no day of their own was given. In months. */
export const KEPT_AFTER_ROLE = 6;

/** The last day on which a contact detail is kept; null while the role has no end. */
export function keptUntil(
  { keepUntil }: Pick<ContactDetail, 'keepUntil'>,
  { endsOn }: Pick<Days, 'endsOn'>,
): Temporal.PlainDate | null {
  return keepUntil ?? endsOn?.add({ months: KEPT_AFTER_ROLE }) ?? null;
}

/** Its last day is over, so that it goes. */
export function isKeptTooLong(
  detail: Pick<ContactDetail, 'keepUntil'>,
  holder: Pick<Days, 'endsOn'>,
  today: Temporal.PlainDate,
): boolean {
  const last = keptUntil(detail, holder);
  return last !== null && Temporal.PlainDate.compare(last, today) < 0;
}

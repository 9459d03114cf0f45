/** "yn", "ar" and "tan" change the first letter of "dydd": what is said of days stands behind "erbyn", or after a comma. */

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "5 Mehefin 2025" */
export const day = (on: Temporal.PlainDate): string => on.toLocaleString('cy', DATE);

/** "dydd Iau 5 Mehefin 2025", in the middle of a sentence. */
export const weekday = (on: Temporal.PlainDate): string =>
  `${on
    .toLocaleString('cy', { weekday: 'long' })
    .toLowerCase()
    .replace('dydd ', '')
    .replace(/^./, first => `dydd ${first.toUpperCase()}`)} ${day(on)}`;

/** "1:30yb" */
export const clock = ({ hour, minute }: { hour: number; minute: number }): string =>
  `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'yb' : 'yh'}`;

/** "8 Ebrill 2025 am 2:05yh", on the clocks of `zone`. */
export function moment(at: Temporal.Instant, zone: string): string {
  const there = at.toZonedDateTimeISO(zone);
  return `${day(there.toPlainDate())} am ${clock(there)}`;
}

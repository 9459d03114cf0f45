/** When something is done: the moment, and the day that it is then by the organisation's clocks. */
export type When = { now: Temporal.Instant; today: Temporal.PlainDate };

export const whenIn = (zone: string, now: Temporal.Instant): When => ({
  now,
  today: now.toZonedDateTimeISO(zone).toPlainDate(),
});

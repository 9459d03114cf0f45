/** A document's own date as a person says it: "2025" stays, "2025-04" is "April 2025", a full date "8 April 2025". */
export function inWordsDated(dated: string): string {
  const [year, month, date] = dated.split('-').map(Number);
  if (!year || !month || !/^\d{4}-\d\d(-\d\d)?$/.test(dated)) return dated;
  const first = Temporal.PlainDate.from({ year, month, day: date ?? 1 });
  return first.toLocaleString('en-GB', { month: 'long', year: 'numeric', ...(date && { day: 'numeric' }) });
}

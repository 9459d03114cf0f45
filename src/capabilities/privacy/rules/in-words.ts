/** "to_name" as "To name". */
export const inWords = (column: string): string =>
  column.replaceAll('_', ' ').replace(/^./, first => first.toUpperCase());

/** A value of the database for people: days and moments as they are spoken, lists and records without their brackets. */
export function asText(value: unknown, zone: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Temporal.Instant)
    return value.toZonedDateTimeISO(zone).toLocaleString('en-GB', MOMENT);
  if (value instanceof Temporal.PlainDate) return value.toLocaleString('en-GB', DAY);
  if (Array.isArray(value))
    return value
      .map(one => asText(one, zone))
      .filter(Boolean)
      .join('; ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? partsOf(value, zone) : String(value);
}

const partsOf = (record: object, zone: string): string =>
  Object.entries(record)
    .map(([name, part]) => [inWords(name), asText(part, zone)] as const)
    .filter(([, text]) => text)
    .map(([name, text]) => `${name}: ${text}`)
    .join(', ');

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MOMENT = { ...DAY, hour: 'numeric', minute: '2-digit', hour12: true } as const;

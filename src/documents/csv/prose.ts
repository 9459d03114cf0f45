/**
 * Sentences above and below a table are cut at their commas too, but only they have a blank after each.
 * Gives them back whole, except where the table itself is written with such blanks.
 */
export function withProse(records: string[][], separator: string): string[][] {
  const usual = commonestWidth(records);
  const rows = records.filter(record => record.length === usual && filled(record).length > 1);
  if (usual < 2 || rows.filter(spaced).length > rows.length / 2) return records;
  return records.map(record =>
    filled(record).length !== usual && spaced(record) ? [filled(record).join(separator)] : record,
  );
}

const filled = (record: string[]) => record.filter(value => /\S/.test(value));

/** Values that were quoted have lost the blanks at their head before. */
const spaced = (record: string[]) => {
  const [, ...rest] = filled(record);
  return rest.length > 0 && rest.every(value => /^ \S/.test(value));
};

function commonestWidth(records: string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

type Titled = { id: string; title: string; short?: { beginning: string; rest: string } };

/**
 * Records as they stand below each other on a phone: where the titles of all begin alike, that is said once above them, and
 * each by what tells it apart.
 */
export function toldApart(records: readonly Titled[]): {
  beginning: string | undefined;
  each: { id: string; title: string }[];
} {
  const [beginning, ...others] = new Set(records.map(({ short }) => short?.beginning));
  const alike = records.length > 1 && beginning && !others.length;
  return {
    beginning: alike ? beginning : undefined,
    each: records.map(({ id, title, short }) => ({ id, title: alike ? short!.rest : title })),
  };
}

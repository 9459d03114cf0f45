/** A day as ISO text or as a Temporal value. */
export type Day = string | Temporal.PlainDate;

const MOST_KEPT = 1000;

/** Writing a day takes 0.1 ms, and the pages of one morning name the same days again and again. */
export function kept(write: (day: string) => string): (value: Day) => string {
  const written = new Map<string, string>();
  return value => {
    const name = value.toString();
    const known = written.get(name);
    if (known !== undefined) return known;
    if (written.size >= MOST_KEPT) written.clear();
    const text = write(name);
    written.set(name, text);
    return text;
  };
}

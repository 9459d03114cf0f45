type Parts = { before: string; number: number };

/** Further apart, two numbers belong to different parts of a scheme that nobody here knows. */
const FARTHEST = 6;
/** Of all steps, the share of gaps from which on numbers are names ("Ticket 4711") and no counting. */
const MOST_GAPS = 0.25;
const FEWEST_STEPS = 3;

/**
 * For each of a run of printed numbers, what is missing right before it: "2.3" between "2.2" and "2.4", "3 to 5" between 2
 * and 6. A gap in counting says that something was left out, or lost on the way to us.
 */
export function missingBefore(numbers: (string | undefined)[]): (string | undefined)[] {
  let previous: Parts | undefined;
  let steps = 0;
  const missing = numbers.map(text => {
    const parts = partsOf(text ?? '');
    const from = previous;
    if (parts) previous = parts;
    if (!parts || !from || parts.before !== from.before) return undefined;
    steps++;
    return between(from, parts);
  });
  const few = steps >= FEWEST_STEPS && missing.filter(Boolean).length <= Math.max(1, steps * MOST_GAPS);
  return few ? missing : missing.map(() => undefined);
}

function between(from: Parts, to: Parts): string | undefined {
  const first = from.number + 1;
  const last = to.number - 1;
  if (last < first || to.number - from.number > FARTHEST) return undefined;
  const named = (number: number) => `${to.before}${number}`;
  return first === last ? named(first) : `${named(first)} to ${named(last)}`;
}

function partsOf(text: string): Parts | undefined {
  const [, before, digits] = /^\(?(.*?)(\d{1,3})\s*(?:\(?[a-z]?\)?)[.):]*$/i.exec(text.trim()) ?? [];
  return before === undefined || !digits || /\d{4}|\//.test(before)
    ? undefined
    : { before, number: Number(digits) };
}

/** What came to a plan in a week: lines, and those that became complete (or, negative, ceased to be). */
export type Moved = { week: Temporal.PlainDate; lines: number; complete: number };

/** How a plan stood at the end of a week. */
export type Stood = { week: Temporal.PlainDate; lines: number; complete: number };

/**
 * How a plan stood at the end of each week up to today's, the last `most` of them; from the week in which it had its
 * first line. `moved`: in the order of the weeks, each once.
 */
export function stoodByWeek(moved: Moved[], today: Temporal.PlainDate, most: number): Stood[] {
  const [first] = moved;
  if (!first) return [];
  const known = new Map(moved.map(one => [one.week.toString(), one]));
  const last = mondayOf(today);
  const stood: Stood[] = [];
  let [lines, complete] = [0, 0];
  for (let week = first.week; Temporal.PlainDate.compare(week, last) <= 0; week = week.add({ weeks: 1 })) {
    const one = known.get(week.toString());
    lines += one?.lines ?? 0;
    complete += one?.complete ?? 0;
    stood.push({ week, lines, complete });
  }
  return stood.slice(-most);
}

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

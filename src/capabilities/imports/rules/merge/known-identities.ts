import type { Match } from './merging.ts';

/** What is asked of rows and lines here: how alike they are, and which lines' words a row repeats exactly. */
export type Asked = {
  likeness: (row: number, line: string) => number;
  repeats: (row: number, line: string) => boolean;
  /** The lines that a row repeats word for word. */
  repeated: (row: number) => string[];
};

/** More rows than these under the identities of others, and more than under their own, were sorted without them. */
const FEW = 3;

/**
 * Rows by the identities that they carry, of lines that are there. Of several rows under one identity (a row that was
 * copied in a sheet) the most alike keeps it. Where rows were sorted and the hidden column was not, their words count:
 * that shows in rows that repeat other lines word for word, all round in a ring, or in most rows.
 */
export function byIdentity(
  identities: (string | undefined)[],
  isKnown: (line: string) => boolean,
  asked: Asked,
): Match[] {
  const claims = identities.flatMap((line, row) => (line && isKnown(line) ? [{ row, line }] : []));
  const held = [...Map.groupBy(claims, one => one.line).values()].map(rows => mostAlike(rows, asked));
  const stray = strayed(held, asked);
  return held
    .filter(({ row }) => !stray.has(row))
    .map(({ row, line }) => ({ row, line, by: 'identity', likeness: asked.likeness(row, line) }));
}

type Claim = { row: number; line: string };

function mostAlike(rows: Claim[], { likeness }: Asked): Claim {
  const [first, ...others] = rows;
  if (!others.length) return first!;
  const measured = rows.map(one => ({ one, alike: likeness(one.row, one.line) }));
  return measured.reduce((best, other) => (other.alike > best.alike ? other : best)).one;
}

/** Rows whose identity belongs to another. */
function strayed(held: Claim[], asked: Asked): Set<number> {
  const rowOf = new Map(held.map(({ row, line }) => [line, row]));
  const elsewhere = new Map<number, number>();
  let right = 0;
  for (const { row, line } of held) {
    if (asked.repeats(row, line)) right++;
    else {
      const [only, ...more] = asked.repeated(row);
      const other = only && !more.length ? rowOf.get(only) : undefined;
      if (other !== undefined) elsewhere.set(row, other);
    }
  }
  const most = elsewhere.size > FEW && elsewhere.size > right;
  if (most) return new Set(held.filter(({ row, line }) => !asked.repeats(row, line)).map(({ row }) => row));
  return inRings(elsewhere);
}

/** Rows from which one comes back to where one began. */
function inRings(next: Map<number, number>): Set<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  for (const first of next.keys()) {
    const path: number[] = [];
    let at: number | undefined = first;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      path.push(at);
      at = next.get(at);
    }
    const begin = at === undefined ? -1 : path.indexOf(at);
    if (begin >= 0) for (const row of path.slice(begin)) found.add(row);
  }
  return found;
}

import { sql } from 'kysely';
import { day as inFull } from '../../../language/words.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Gone, Held } from '../rules/joined-and-left.ts';

/** Until when those held who are not among whom a promise is kept for today, as far as the registers say: else until yesterday. */
export async function goneSince(
  { db }: Within,
  left: readonly Held[],
  today: Temporal.PlainDate,
): Promise<Gone[]> {
  const ids = left.flatMap(({ id }) => id ?? []);
  const { rows } = ids.length
    ? await sql<{ id: string; until: Temporal.PlainDate }>`
        select id, ends_on as until from areas where id = any(${ids}::uuid[]) and ends_on < ${today}
        union all select id, ends_on from bodies where id = any(${ids}::uuid[]) and ends_on < ${today}
        union all select id, ends_on from role_holders where id = any(${ids}::uuid[]) and ends_on < ${today}
        union all select id, ends_on from people where id = any(${ids}::uuid[]) and ends_on < ${today}`.execute(
        db,
      )
    : { rows: [] };
  const until = new Map(rows.map(row => [row.id, row.until]));
  return left.map(({ commitment, id, name }) => {
    const day = id ? until.get(id) : undefined;
    const endedOn = day ?? today.subtract({ days: 1 });
    return { id: commitment, name, endedOn, why: day ? `ended on ${inFull(day)}` : NOT_THERE };
  });
}

const NOT_THERE = 'is not among them any more';

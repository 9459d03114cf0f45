import { type RawBuilder, sql } from 'kysely';
import { type Asked, type Cursor, inDocumentOrder, type Order } from '../rules/asked.ts';
import { conditions, type Which } from './line-conditions.ts';

export const KEYS: Record<Order, RawBuilder<unknown>> = {
  document: sql`''`,
  reference: sql`l.reference_key`,
  owner: sql`l.owner_key`,
  state: sql`l.state`,
  changed: sql`l.changed_at`,
};

type Wanted = Asked & Which;
type Taken = { columns: RawBuilder<unknown>; most: number };

/** The lines that are asked for from the cursor on, no more than `most`; before it, the nearest come first. */
export function linesInOrder(asked: Wanted, taken: Taken): RawBuilder<unknown> {
  if (!asked.plan && inDocumentOrder(asked))
    return asked.among || asked.few?.length ? gathered(asked, taken) : planByPlan(asked, taken);
  return inOneWalk(asked, taken);
}

const isBackwards = ({ cursor }: Wanted) => cursor?.towards === 'before';
const falling = (asked: Wanted) => (isBackwards(asked) ? sql` desc` : sql``);
const beyondSign = (asked: Wanted) => (isBackwards(asked) ? sql`<` : sql`>`);

/** Along the index of the order: of the one plan, or of the whole organisation. */
function inOneWalk(asked: Wanted, { columns, most }: Taken) {
  const { plan, order, cursor } = asked;
  const sorted = sorting(order, isBackwards(asked));
  const some = (condition: RawBuilder<unknown>) => sql`
    select ${columns} from lines l where ${conditions(asked)} and ${condition}
    order by ${sorted.inside} limit ${sql.lit(most)}`;
  if (!cursor) return some(sql`true`);
  const onwards = plan
    ? sql`l.position ${beyondSign(asked)} ${cursor.position}`
    : sql`(l.plan_id, l.position) ${beyondSign(asked)} (${cursor.plan}::uuid, ${cursor.position}::int)`;
  if (inDocumentOrder(asked)) return some(onwards);
  // Two walks along the index: the rest of the lines of one key, then the keys beyond it. One condition on both
  // together is only used by the index where both run in the same direction.
  return sql`select * from (
    (${some(sql`${KEYS[order]} = ${cursor.key} and ${onwards}`)}) union all (${some(beyond(order, cursor))})
  ) both_parts order by ${sorted.outside} limit ${sql.lit(most)}`;
}

function beyond(order: Order, { key, towards }: Cursor) {
  const rising = order !== 'changed';
  return rising === (towards === 'after') ? sql`${KEYS[order]} > ${key}` : sql`${KEYS[order]} < ${key}`;
}

/** The last changed come first; every other order rises. Among lines of one key, a plan's stand together. */
function sorting(order: Order, backwards: boolean) {
  const place = backwards ? sql`plan_id desc, l.position desc` : sql`plan_id, l.position`;
  const outside = backwards ? sql`plan desc, position desc` : sql`plan, position`;
  if (order === 'document') return { inside: sql`l.${place}`, outside };
  const direction = (order === 'changed') === backwards ? sql`` : sql` desc`;
  return {
    inside: sql`${KEYS[order]}${direction}, l.${place}`,
    outside: sql`key${direction}, ${outside}`,
  };
}

/**
 * One plan after the other in the order of their titles, each along its own index, no further than the page is full.
 * Where a plan has none of these lines, a look at its index says so.
 */
function planByPlan(asked: Wanted, { columns, most }: Taken) {
  const { cursor } = asked;
  const order = sql`order by lower(p.title)${falling(asked)}, p.id${falling(asked)}, l.position${falling(asked)}`;
  const none = sql.lit(isBackwards(asked) ? 2 ** 31 - 1 : -1);
  const onwards = cursor
    ? sql`l.position ${beyondSign(asked)} case when p.id = ${cursor.plan}::uuid then ${cursor.position}::int else ${none} end`
    : sql`true`;
  return sql`select l.* from plans p cross join lateral (
      select ${columns} from lines l where l.plan_id = p.id and ${conditions(asked)} and ${onwards}
      order by l.position${falling(asked)} limit ${sql.lit(most)}) l
    where p.removed_at is null and ${cursor ? fromPlan(asked, cursor) : sql`true`}
    ${order} limit ${sql.lit(most)}`;
}

/** The plan of the cursor, and those behind it. */
function fromPlan(asked: Wanted, { plan }: Cursor) {
  const title = sql`(select lower(c.title) from plans c where c.id = ${plan}::uuid)`;
  return sql`(lower(p.title), p.id) ${beyondSign(asked)}= (${title}, ${plan}::uuid)`;
}

/** A few lines that are found otherwise than by their order, put into it. */
function gathered(asked: Wanted, { columns, most }: Taken) {
  const { cursor } = asked;
  const title = sql`(select lower(c.title) from plans c where c.id = ${cursor?.plan}::uuid)`;
  const onwards = cursor
    ? sql`(lower(p.title), p.id, l.position) ${beyondSign(asked)} (${title}, ${cursor.plan}::uuid, ${cursor.position}::int)`
    : sql`true`;
  return sql`select ${columns} from lines l join plans p on p.id = l.plan_id
    where ${conditions(asked)} and ${onwards}
    order by lower(p.title)${falling(asked)}, p.id${falling(asked)}, l.position${falling(asked)} limit ${sql.lit(most)}`;
}

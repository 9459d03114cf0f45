import { type RawBuilder, sql } from 'kysely';
import type { Filter } from '../rules/asked.ts';
import { lacking, ofTime } from './line-gaps.ts';
import { hasLink, LINK_NAMES, type Link } from './linked-lines.ts';

/**
 * `among`: the lines that have the words, where they were found by the index; without them each line is looked at in
 * turn, which soon fills a page where very many have the words. `sensitive`: only what is marked OFFICIAL-SENSITIVE, or
 * what is not, for readers who may not see that. `few`: links that only few lines have, by which these are found.
 */
export type Which = Filter & { among?: string[]; sensitive?: boolean; few?: Link[] };

/**
 * Everything that is common to a page and its count: whose lines, and which of them. The plan stands in the statement
 * itself, so that the way the database settles on for it is one for a plan of this size: for one of middling size it
 * gathers and sorts all lines in doubt, which of a large one took ten times as long. The same is true of how many lines
 * an audience, a channel or a tag has, and of how many were changed since a day.
 */
export function conditions(which: Which): RawBuilder<unknown> {
  const { plan, section, owner, state, only, marking, since, sensitive } = which;
  const all = [sql`not l.shelved`];
  if (plan) all.push(sql`l.plan_id = ${sql.lit(plan)}`);
  if (section) all.push(sql`l.section_id = ${section}`);
  if (owner) all.push(sql`l.owner_key = ${owner}`);
  if (state) all.push(sql`l.state = ${state}`);
  if (only) all.push(ONLY[only]);
  if (marking) all.push(sql`l.marking = ${sql.lit(marking)}`);
  if (since) all.push(sql`l.changed_at >= ${sql.lit(since.from.toString())}`);
  if (sensitive !== undefined) all.push(sensitive ? SENSITIVE : OPEN);
  return sql.join(
    [...all, ...ofTime(which), ...lacking(which), ...links(which), ...words(which)],
    sql` and `,
  );
}

const ONLY = { unowned: sql`l.owner_key = ''`, undated: sql`not l.dated`, doubtful: sql`l.doubtful` };

/** A plan's marking is that of each of its lines. */
const IN_SENSITIVE_PLAN = sql`l.plan_id in (select c.id from plans c where c.marking = 'OFFICIAL-SENSITIVE')`;
const SENSITIVE = sql`(l.marking = 'OFFICIAL-SENSITIVE' or ${IN_SENSITIVE_PLAN})`;
const OPEN = sql`l.marking <> 'OFFICIAL-SENSITIVE' and not ${IN_SENSITIVE_PLAN}`;

const links = (which: Which) =>
  LINK_NAMES.flatMap(link => {
    const value = which[link];
    return value ? [hasLink(link, value, which.few?.includes(link) ?? false)] : [];
  });

function words({ among, words }: Which) {
  if (among) return [sql`l.id = any(${among}::uuid[])`];
  return words ? [hasWords(words)] : [];
}

/**
 * Asked of one line after the other. Under `coalesce` the database takes half of all lines to have the words; by itself
 * it takes one in two hundred to, and gathers and sorts all lines before it looks (97 ms for 25,000 against 0.3).
 */
const hasWords = (text: string) => sql`coalesce(l.words @@ websearch_to_tsquery('english', ${text}), false)`;

import { type RawBuilder, sql } from 'kysely';
import type { Due, Filter, Lacks } from '../rules/asked.ts';
import { OVER } from '../rules/next-date.ts';

/** What is over is never late. */
export const STILL_OPEN = sql`l.state not in (${sql.join(OVER.map(state => sql.lit(state)))})`;

const DATED = '@.kind == "dated"';
const inMonth = `$[*] ? (${DATED} && (@.by starts with $m || (!exists(@.by) && @.from starts with $m)))`;
const past = `$[*] ? (${DATED} && (@.by < $d || (!exists(@.by) && @.from < $d)))`;
const toCome = `$[*] ? (@.kind == "recurring" || (${DATED} && (@.by >= $d || (!exists(@.by) && @.from >= $d))))`;

const has = (path: string, said: Record<string, string>) =>
  sql`jsonb_path_exists(l.schedules, ${sql.lit(path)}, ${JSON.stringify(said)}::jsonb)`;

/** Days are ISO words, so that their order is that of their letters. @throws where nobody said what day it is */
export function due(asked: Due): RawBuilder<unknown> {
  if ('month' in asked) return sql`${STILL_OPEN} and ${has(inMonth, { m: asked.month })}`;
  const d = asked.today;
  if (!d) throw new Error('What is late was asked for, and nobody said what day it is.');
  return sql`${STILL_OPEN} and ${has(past, { d })} and not ${has(toCome, { d })}`;
}

/** Which lines speak of time so. */
export function ofTime({ timing, due: asked }: Filter): RawBuilder<unknown>[] {
  const kind = timing && timing !== 'none' && JSON.stringify([{ kind: timing }]);
  return [
    ...(timing === 'none' ? [sql`l.schedules = '[]'`] : []),
    ...(kind ? [sql`l.schedules @> ${kind}::jsonb`] : []),
    ...(asked ? [due(asked)] : []),
  ];
}

const LINKED: Record<Lacks, string> = {
  audience: 'line_audiences',
  channel: 'line_channels',
  priority: 'line_priorities',
};

/** Which lines are linked with nothing of a kind. */
export const lacking = ({ lacks }: Filter): RawBuilder<unknown>[] =>
  lacks ? [sql`not exists (select from ${sql.table(LINKED[lacks])} g where g.line_id = l.id)`] : [];

import type { Looks } from '../text/looks.ts';
import type { Sense } from './senses.ts';
import type { Settled } from './treacherous.ts';

/**
 * "Who" is who acts in an action plan and who is spoken to in a plan of messages. It is the audience where another column
 * already names who acts, or where it stands first beside a way to communicate ("Who | What | How | When").
 */
export function whoIsAudience(columns: Settled[]): Settled[] {
  const has = (...senses: Sense[]) => columns.some(column => column.sense && senses.includes(column.sense));
  if (has('audience')) return columns;
  const acts = has('owner', 'messenger');
  return columns.map((column, index) => {
    // whom a plan begins with is spoken to, also where it calls them partners
    if (column.sense === 'support' && index === 0 && acts)
      return {
        ...column,
        sense: 'audience',
        why: `${column.why}, stands first, and other columns say who acts`,
      };
    if (column.sense !== 'who' || !(acts || (index === 0 && has('channel')))) return column;
    return { ...column, sense: 'audience', why: `${column.why}, and other columns say who acts or how` };
  });
}

/** What a first column may be called that only gathers the rows of others. */
const GATHERS: readonly (Sense | undefined)[] = [
  'action',
  'subject',
  'item',
  'priority',
  'message',
  'description',
];

/**
 * "Pledge | Actions | …", "Priority | Activity | …": a first column that is filled once for several rows names groups of
 * rows where another one says what is done in each.
 */
export function groupsOfActions(columns: Settled[], looks: Looks[]): Settled[] {
  const [first, ...others] = columns;
  const [cells] = looks;
  const acts = others.some(column => column.sense === 'action');
  if (!first || !cells || !acts || cells.filled === 0 || cells.filled >= cells.of) return columns;
  if (first.section || !GATHERS.includes(first.sense)) return columns;
  const section = `“${first.printed}” names groups of rows, and another column says what is done in each`;
  return [{ ...first, sense: undefined, section }, ...others];
}

/** "Action | Role | …" over post titles: who acts, where no other column says so and no audience plays a role. */
export function rolesThatAct(columns: Settled[], looks: Looks[]): Settled[] {
  const has = (...senses: Sense[]) => columns.some(({ sense }) => sense && senses.includes(sense));
  if (!has('action') || has('audience', 'owner', 'who', 'messenger', 'member')) return columns;
  return columns.map((column, index) =>
    column.sense === 'role' && (looks[index]?.owner ?? 0) >= MOSTLY
      ? { ...column, sense: 'owner', why: `${column.why} and its cells hold names, posts or teams` }
      : column,
  );
}
const MOSTLY = 0.5;

/** "Stakeholder group | Members | …": who belongs to an audience, and not who answers for a line, where nothing is done. */
export function membersOfAudiences(columns: Settled[]): Settled[] {
  const has = (...senses: Sense[]) => columns.some(({ sense }) => sense && senses.includes(sense));
  if (!has('audience') || has('action', 'recommendation', 'message', 'timing', 'owner')) return columns;
  return columns.map(column =>
    column.sense === 'member' && column.phrase === 'member'
      ? { ...column, sense: 'detail', why: `${column.why}, and another column names the audience` }
      : column,
  );
}

/**
 * "Stakeholder group | Who | …": where the first column is filled only where a new group begins and another one says who
 * is spoken to in each row, the first names groups of rows.
 */
export function groupsOfAudiences(columns: Settled[], looks: Looks[]): Settled[] {
  const [first, ...others] = columns;
  const [cells] = looks;
  const named = others.some(column => column.sense === 'audience' || column.sense === 'who');
  if (first?.sense !== 'audience' || !cells || cells.filled === 0 || cells.filled >= cells.of || !named)
    return columns;
  const section = `“${first.printed}” names groups of rows, and another column says who is in them`;
  return [{ ...first, sense: undefined, section }, ...others];
}

import type { Column } from '../headings/columns.ts';
import type { Sense } from '../headings/senses.ts';
import type { Field } from '../reading.ts';

/** What a table is for. Only plans give lines; registers are read as such; the rest is set aside whole. */
export type TableKind = 'plan' | 'audiences' | 'channels' | 'set-aside';

const SUPPORTING: Field[] = [
  'owner',
  'when',
  'status',
  'how',
  'messenger',
  'audience',
  'budget',
  'measure',
  'reference',
  'why',
  'comments',
];

const ACTS: Sense[] = ['action', 'recommendation'];

/** Decides by the headings' senses, so that contents pages, version tables, keys and risk registers give no lines. */
export function kindOfTable(columns: Column[]): TableKind {
  const senses = columns.map(column => column.sense);
  const count = (...wanted: Sense[]) => senses.filter(sense => sense && wanted.includes(sense)).length;
  const has = (...fields: Field[]) => columns.some(column => fields.includes(column.meaning as Field));
  const acts = count(...ACTS) > 0;
  if (count('page') && !has('owner', 'when')) return 'set-aside';
  if (count('version') >= 1 && !acts && count('audience', 'channel') === 0) return 'set-aside';
  if (count('term') && count('meaning') + count('description') && columns.length <= 3) return 'set-aside';
  if (count('risk') >= 2 || (count('risk') === 1 && !acts && !has('when'))) return 'set-aside';
  if (count('contact') && !acts && !has('when')) return 'set-aside';
  if (has('how') && count('existing', 'project-specific')) return 'channels';
  if (count('existing') && count('project-specific') && !acts && !has('when', 'owner')) return 'channels';
  // "What they need from us" beside "Our role": an audience told about, and nothing that is done by anyone or at a time
  if (
    has('audience') &&
    count('role', 'detail') &&
    !columns.some(column => !column.doubt && ACTS.some(act => act === column.sense)) &&
    !has('when', 'owner', 'status', 'messenger', 'recommendation') &&
    !(has('how') && has('what'))
  )
    return 'audiences';
  // how much say somebody has is asked of the body's audiences, and not of what it does
  if (
    has('audience') &&
    count('standing') &&
    !acts &&
    !has('what', 'when', 'owner', 'messenger', 'recommendation')
  )
    return 'audiences';
  if (has('audience') && !has('what', 'when', 'owner', 'status', 'messenger', 'recommendation', 'how')) {
    return count('role', 'detail', 'description', 'priority', 'standing') || columns.length > 1
      ? 'audiences'
      : 'set-aside';
  }
  return isPlan(has, columns) ? 'plan' : 'set-aside';
}

function isPlan(has: (...fields: Field[]) => boolean, columns: Column[]): boolean {
  if (has('what', 'recommendation')) return saysMore(has, columns);
  if (has('audience')) return has('how', 'when', 'messenger');
  if (has('how') && has('when', 'owner')) return true;
  // weeks or days down, channels across: a calendar
  if (has('when') && columns.some(column => column.sense === 'named-channel')) return true;
  // "Timing" beside columns that only this body calls by their names: rows in time are a plan, and sums by the year none.
  return (
    has('when') &&
    !has('budget') &&
    columns.length > 2 &&
    columns.some(column => column.sense === 'timing') &&
    columns.every(column => !column.sense || column.meaning !== 'other')
  );
}

/** What is done, with anything that a plan says of it. */
function saysMore(has: (...fields: Field[]) => boolean, columns: Column[]): boolean {
  const what = columns.find(column => column.meaning === 'what');
  // what a body publishes, how it is had and what it costs is a list of publications
  if (what?.sense === 'message' && !has(...SUPPORTING.filter(field => field !== 'how' && field !== 'budget')))
    return !has('budget');
  const known = columns.filter(column => column.sense && !column.doubt);
  return (
    columns.some(
      column => SUPPORTING.includes(column.meaning as Field) || column.sense === 'named-channel',
    ) ||
    (has('what') && has('recommendation')) ||
    (what?.sense === 'action' && known.length > 2)
  );
}

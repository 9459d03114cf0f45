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
    if (column.sense !== 'who' || !(acts || (index === 0 && has('channel')))) return column;
    return { ...column, sense: 'audience', why: `${column.why}, and other columns say who acts or how` };
  });
}

import assert from 'node:assert/strict';
import { readTimings } from '../../src/timing/read.ts';
import type { Schedule, TimingFacts } from '../../src/timing/schedule.ts';

/** A day in the first quarter of 2025/26, on which every table of phrases is read. */
export const FACTS: TimingFacts = { today: Temporal.PlainDate.from('2025-04-01') };

/** The parts of a schedule in the order in which tests write them; the phrase only where it is not the whole cell. */
function part(schedule: Schedule, cell: string): string {
  const { phrase, kind, rule, often, from, by, trigger, limit, workingDays, doubt } = schedule;
  return [
    phrase === cell.replace(/\.$/, '') || phrase === cell ? '' : `«${phrase}»`,
    kind,
    rule?.replaceAll('FREQ=', ''),
    often && `${often.times} per ${often.per}`,
    (from || by) && `${from ?? ''}..${by ?? ''}`,
    limit && `${limit}${workingDays ? ' working' : ''}`,
    trigger && `[${trigger}]`,
    doubt && `(${doubt})`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Schedules on one line, for tables of tests. */
export const notation = (schedules: Schedule[], cell: string): string =>
  schedules.map(schedule => part(schedule, cell)).join(' | ') || 'nothing';

/** Every line of a table, "cell => what it is read as"; `\n` in a cell is a line break. */
export function reads(table: string, facts: TimingFacts = FACTS): void {
  for (const line of table.trim().split('\n')) {
    const [printed = '', expected] = line.trim().split(' => ');
    const cell = printed === '(empty)' ? '' : printed.replaceAll('\\n', '\n');
    assert.equal(notation(readTimings(cell, facts), cell), expected, printed);
  }
}

import type { Exported, ExportedLine } from '../src/capabilities/plans/rules/export/exported.ts';
import { EXPORT_FORMATS } from '../src/capabilities/plans/rules/export/formats.ts';
import { writeInThread } from '../src/capabilities/plans/writing-thread.ts';
import { FIELDS } from '../src/reading/reading.ts';
import { RECOMMENDATION_COLUMNS } from '../tests/support/plans.ts';
import { Report } from './report.ts';

/** Writings of each kind; the quickest counts, because these machines are shared. */
const ROUNDS = 3;
const LINES = 5_000;
/** What a section of a long plan has. */
const IN_SECTION = 250;
const BAR: Partial<Record<string, number>> = { docx: 5000, xlsx: 5000 };
const WORDS =
  'Hold a street briefing with every neighbourhood panel before the summer, and tell the communications manager who came.';

function longPlan(): Exported {
  const lines = Array.from({ length: LINES }, (_, number) => lineOf(number));
  const sections = Array.from({ length: LINES / IN_SECTION }, (_, index) => ({
    title: `Objective ${index + 1}: Listening to ward ${index + 1}`,
    columns: RECOMMENDATION_COLUMNS,
    lines: lines.slice(index * IN_SECTION, (index + 1) * IN_SECTION),
  }));
  const plan = {
    title: 'Ashmere long plan',
    marking: 'OFFICIAL' as const,
    dated: '2025-04',
    beside: {},
    sections,
  };
  return { plans: [{ ...plan, periodFrom: null, periodTo: null }], title: plan.title, whole: true };
}

function lineOf(number: number): ExportedLine {
  const empty = Object.fromEntries(FIELDS.map(field => [field, ''])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  return {
    ...empty,
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    reference: `Recommendation ${number + 1}`,
    what: `${WORDS} ${number}`,
    comments: number % 2 ? WORDS : '',
    status: number % 3 ? 'Complete' : 'In progress',
    owner: 'Head of Communications',
    when: 'Quarterly',
    other: {},
    state: number % 3 ? 'complete' : 'in-progress',
    marking: 'none',
    schedules: [],
  };
}

/** What giving out 5,000 lines takes, from the lines to the last byte of the file, with the thread; milliseconds of processor. */
export async function measureExports(report: Report): Promise<void> {
  const exported = longPlan();
  const at = Temporal.Instant.from('2025-04-08T09:00:00Z');
  const made = {
    by: 'Borough of Ashmere',
    at,
    day: '8 April 2025',
    export: '00000000-0000-4000-8000-000000000000',
  };
  for (const { ending, called } of EXPORT_FORMATS) {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      const file = await writeInThread(exported, ending, made);
      if (!file) throw new Error(`${called}: no file was written in a minute.`);
      await file.forEach(() => {});
      const { user, system } = process.cpuUsage(before);
      rounds.push((user + system) / 1000);
    }
    const what = `${LINES.toLocaleString('en-GB')} lines given out as ${called}: processor time`;
    const bar = BAR[ending];
    if (bar) report.limit(what, Math.min(...rounds), bar, 'ms');
    else report.say(what, Math.min(...rounds));
  }
}

if (import.meta.main) await measureExports(new Report());

import type { NewLine, NewPlan } from '../../src/capabilities/plans/index.ts';
import type { Database, Within } from '../../src/platform/database/database.ts';
import type { ReadColumn } from '../../src/reading/reading.ts';
import type { Schedule } from '../../src/timing/schedule.ts';

const column = (heading: string, meaning: ReadColumn['meaning']): ReadColumn => ({
  headings: [heading],
  meaning,
  why: `the heading says '${heading}'`,
});

export const RECOMMENDATION_COLUMNS = [
  column('Deliverable', 'what'),
  column('Recommendation', 'reference'),
  column('Comments', 'comments'),
  column('Status', 'status'),
  column('Who is responsible', 'owner'),
  column('Deadline', 'when'),
];

export const AUDIENCE_COLUMNS = [
  column('Who with', 'audience'),
  column('What', 'what'),
  column('Method', 'how'),
  column('When', 'when'),
  column('Who from', 'owner'),
];

export const quarterly: Schedule = {
  phrase: 'Quarterly',
  kind: 'recurring',
  rule: 'FREQ=MONTHLY;INTERVAL=3',
};
export const dated = (phrase: string, by: string): Schedule => ({ phrase, kind: 'dated', by });

export function newLine(line: Partial<NewLine>): NewLine {
  return { other: {}, state: 'unknown', schedules: [], suggestions: [], doubts: [], ...line };
}

/** A plan of the fictional borough: two sections, tables of different shapes, every state that a filter asks for. */
export function newPlan(plan: Partial<NewPlan> = {}): NewPlan {
  return {
    title: 'Ashmere communications action plan',
    kind: 'recommendation-tracker',
    dated: '2025-04',
    period: null,
    marking: 'none',
    sourceFileId: null,
    beside: {},
    sections: [
      { title: 'Already under way', columns: RECOMMENDATION_COLUMNS, lines: RECOMMENDATIONS },
      { title: 'Neighbourhood work', columns: AUDIENCE_COLUMNS, lines: AUDIENCES },
    ],
    ...plan,
  };
}

const RECOMMENDATIONS = [
  newLine({
    what: 'Publish a forward plan of news stories',
    reference: 'Recommendation 21(a)',
    status: 'Complete',
    state: 'complete',
    owner: 'Communications team',
    when: '30 June 2025',
    schedules: [dated('30 June 2025', '2025-06-30')],
  }),
  newLine({
    what: 'Train spokespeople in broadcast interviews',
    reference: 'Recommendation 9',
    comments: 'Resource issue',
    doubts: [{ field: 'owner', reason: 'No owner is named.' }],
  }),
];

const AUDIENCES = [
  newLine({
    audience: 'Ward panels',
    what: 'Priorities with local figures',
    how: 'Panel meeting',
    when: 'Quarterly',
    owner: 'Ward sergeants',
    state: 'ongoing',
    schedules: [quarterly],
  }),
  newLine({
    audience: 'Residents',
    what: 'Crime prevention advice',
    how: 'Leaflets',
    owner: 'ward sergeants',
    state: 'in-progress',
  }),
];

/** An organisation of its own for a test, as a person of it. */
export async function organisationWithin(database: Database, name = 'Borough of Ashmere') {
  const made = await database.beforeOrganisation(db =>
    db
      .insertInto('organisations')
      .values({ name, colour: '#0b4f54', created_at: Temporal.Instant.from('2025-04-01T09:00:00Z') })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const actor = { id: null, name: 'Ada Editor' };
  return <T>(work: (within: Within) => Promise<T>) =>
    database.inOrganisation({ organisation: made.id, actor }, work);
}

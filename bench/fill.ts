import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createPlan, type NewLine, type NewPlan } from '../src/capabilities/plans/index.ts';
import type { Database, Within } from '../src/platform/database/database.ts';
import type { ReadColumn, State } from '../src/reading/reading.ts';
import { readTimings } from '../src/timing/read.ts';

const pick = <T>(from: readonly T[], number: number): T => from[number % from.length]!;

const DOING = ['Publish', 'Review', 'Agree', 'Brief', 'Translate', 'Print', 'Measure', 'Rehearse'];
const THINGS = [
  'the winter leaflet',
  'ward priorities',
  'the members’ bulletin',
  'road closures',
  'budget questions',
  'library hours',
];
const PEOPLE = [
  'residents',
  'school governors',
  'ward panels',
  'local traders',
  'faith groups',
  'parish clerks',
  'tenants',
];
const CHANNELS = [
  'E-mail and website',
  'Public meeting',
  'Street briefing',
  'Social media',
  'Poster',
  'Local radio',
];
const TIMES = [
  'Quarterly',
  'Monthly',
  'Weekly',
  'By 30 June 2027',
  'September 2027',
  'As soon as practicable',
  'Ongoing',
  'TBC',
];
const STATES: State[] = ['not-started', 'in-progress', 'ongoing', 'complete', 'deferred', 'unknown'];
const RARE = 50;
const SELDOM = 100;

const COLUMNS: ReadColumn[] = [
  ['Ref', 'reference'],
  ['Action', 'what'],
  ['Audience', 'audience'],
  ['How', 'how'],
  ['When', 'when'],
  ['Lead', 'owner'],
  ['Progress', 'status'],
].map(([heading, meaning]) => ({
  headings: [heading!],
  meaning: meaning as ReadColumn['meaning'],
  why: 'the heading says so',
}));

const today = Temporal.PlainDate.from('2026-11-21');

function line(number: number): NewLine {
  const when = pick(TIMES, number * 7);
  const rare = number % RARE === 0 ? ' with the harbour trust' : '';
  return {
    reference: `A${number}`,
    what: `${pick(DOING, number)} ${pick(THINGS, number * 3)} for ${pick(PEOPLE, number * 5)}${rare}, checked against the plain English rules and the brand before it leaves.`,
    audience: pick(PEOPLE, number * 5),
    how: pick(CHANNELS, number * 11),
    when,
    owner: number % 9 ? `Officer ${number % 200}` : '',
    status: `Step ${number % 4} of four was reported at the last meeting of the group.`,
    other: {},
    state: pick(STATES, number * 13),
    marking: number % SELDOM ? 'none' : 'OFFICIAL-SENSITIVE',
    schedules: readTimings(when, { today }),
    suggestions: [],
    doubts: number % 40 ? [] : [{ field: 'owner', reason: 'Nobody is named.' }],
  };
}

function plan(title: string, lines: number, sections: number): NewPlan {
  const each = Math.ceil(lines / sections);
  return {
    title,
    kind: 'stakeholder-plan',
    dated: '2026',
    period: null,
    marking: 'OFFICIAL',
    sourceFileId: null,
    beside: {},
    sections: Array.from({ length: sections }, (_, section) => ({
      title: `Part ${section + 1}`,
      columns: COLUMNS,
      lines: Array.from({ length: Math.min(each, lines - section * each) }, (_, at) =>
        line(section * each + at + 1),
      ),
    })),
  };
}

/** Lines in one organisation, half of them in one plan; the identifier of that plan. */
export async function fill(database: Database, organisation: string, lines: number): Promise<string> {
  const who = { organisation, actor: { id: null, name: 'Bench' } };
  const now = Temporal.Now.instant();
  await database.inOrganisation(who, within => register(within, now));
  const large = await database.inOrganisation(who, within =>
    createPlan(within, plan('A large plan', lines / 2, 10), now),
  );
  const rest = Math.min(25, lines / 100);
  for (let number = 1; number <= rest; number++)
    await database.inOrganisation(who, within =>
      createPlan(within, plan(`Plan ${number}`, lines / 2 / rest, 4), now),
    );
  await untilLinked(() => database.inOrganisation(who, within => allLinked(within, lines)));
  await database.inOrganisation(who, tag);
  return large;
}

/** The audiences and channels that the lines name; the worker links the lines of each plan with them. */
async function register({ db }: Within, now: Temporal.Instant): Promise<void> {
  const named = (name: string) => ({ name, created_at: now, changed_at: now });
  await db.insertInto('audiences').values(PEOPLE.map(named)).execute();
  await db
    .insertInto('channels')
    .values(CHANNELS.map(name => ({ ...named(name), kind: 'other' })))
    .execute();
}

/** One line in fifty has a tag. */
const tag = ({ db }: Within) =>
  sql`update lines set tags = '{harbour}' where position % ${sql.lit(RARE)} = 0`.execute(db);

/** How long the worker may take, in milliseconds, and how often it is asked. */
const PATIENCE = 600_000;
const ASKED_EVERY = 500;

/** What the worker still does would be counted as the cost of a page. */
async function untilLinked(linked: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await linked()); waited += ASKED_EVERY) {
    if (waited > PATIENCE) throw new Error('The worker did not link the lines with their audiences.');
    await pause(ASKED_EVERY);
  }
}

const allLinked = async ({ db }: Within, lines: number): Promise<boolean> => {
  const found = await sql<{ linked: number }>`select sum(lines)::int as linked from channels`.execute(db);
  return found.rows[0]!.linked >= lines;
};

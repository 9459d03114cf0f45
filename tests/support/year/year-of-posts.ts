import { sql } from 'kysely';
import { askedOn } from '../asked.ts';
import type { Person } from '../site.ts';
import { isBefore, monthEnds, sundays, workedUpTo } from './days.ts';
import { keeping, planOf } from './kept-of-plan.ts';
import { type Ask, seldomAsked } from './letters.ts';
import type { Living } from './living.ts';
import type { Answering, Asked } from './waiting.ts';

/**
 * A framework lives through its second year: a weekly and a monthly meeting that stand inside cells of channels, and two
 * duties of its prose, each for everybody who has a post. Ida says nothing from July to September, Una holds nothing in
 * January, Wyn leaves at the end of September and Zoe comes, Vic stands in for Tess in August.
 */
export const YEAR = { from: '2015-04-01', by: '2016-03-31' };
export type Kept = 'weekly' | 'monthly' | 'team' | 'alone';

export const HOLDERS = ['ida', 'oda', 'tess', 'una', 'wyn', 'zoe'] as const;
const LEFT = { who: 'wyn', on: '2015-09-30' };
const CAME = { who: 'zoe', on: '2015-10-01' };
export const AWAY = { who: 'tess', by: 'vic', from: '2015-08-03', until: '2015-08-28' };
const ALONE: Partial<Record<Kept, string>> = { weekly: 'rae', monthly: 'gus' };

const quarters = monthEnds(YEAR.from, YEAR.by, 3);
const months = monthEnds(YEAR.from, YEAR.by, 1);
const DUE: Record<Kept, string[]> = {
  weekly: sundays(YEAR.from, YEAR.by),
  monthly: months,
  team: months,
  alone: quarters,
};

const isSilent = (who: string, by: string): boolean =>
  who === 'ida' && !isBefore(by, '2015-07-01') && !isBefore('2015-09-30', by);
const isNotHeld = (who: string, by: string): boolean =>
  (who === 'una' && by.startsWith('2016-01')) || (who === 'rae' && by.startsWith('2015-12'));
const holds = (who: string, by: string): boolean =>
  who === LEFT.who ? !isBefore(LEFT.on, by) : who !== CAME.who || !isBefore(by, CAME.on);

export type Outcome = 'met' | 'missed';
export type Reckoned = { kept: Kept; who: string; by: string; outcome: Outcome };

/** The whole year, date by date. */
export const RECKONED: Reckoned[] = (Object.entries(DUE) as [Kept, string[]][]).flatMap(([kept, days]) =>
  days.flatMap(by =>
    (ALONE[kept] ? [ALONE[kept]] : HOLDERS.filter(who => holds(who, by))).map(who => ({
      ...{ kept, who, by },
      outcome: isSilent(who, by) || isNotHeld(who, by) ? 'missed' : 'met',
    })),
  ),
);

/** Each date is an entry of its own, since each is kept by somebody else or ends on another day. */
export const asks = (): Ask<Kept>[] =>
  RECKONED.map(({ kept, who, by }) => {
    const on = kept === 'weekly' ? workedUpTo(by) : seldomAsked(by, '2015-04-02');
    const away = who === AWAY.who && !isBefore(on, AWAY.from) && !isBefore(AWAY.until, on);
    const answered = isSilent(who, by) ? 'never' : 'at-once';
    return { on, to: away ? AWAY.by : who, kept, by, dates: 1, answered };
  });

export function says({ to, dates }: Asked): Answering | undefined {
  const { by } = dates[0]!;
  if (isSilent(to, by)) return undefined;
  return isNotHeld(to, by) ? { choice: 'no', note: 'Nobody could come' } : { choice: 'done' };
}

/** The people, the post and what is promised; by which owner of the register each is known. */
export async function promisedByPosts(life: Living, lead: Person, document: Uint8Array) {
  const { site, organisation } = life;
  const people = askedOn(site, organisation);
  const names = [
    'Ida Fenn',
    'Oda Holt',
    'Tess Lowe',
    'Una Marsh',
    'Wyn Pike',
    'Zoe Rush',
    'Rae Stone',
    'Gus Thorn',
  ];
  const ids = await people.team('Mae Lund', names);
  ids.vic = await people.person({ name: 'Vic Wren' });
  const owners = new Map<string, string>();
  for (const [name, id] of Object.entries(ids)) owners.set(name, await people.owner(`Office of ${name}`, id));
  const post = await postOf(life, ids);
  const plan = await planOf(site, lead, document);
  const { keep, open } = keeping(site, lead, plan);
  const proposed = await open();
  const [team, alone] = await dutiesOf(life, plan);
  const each = (clause: string, unit: string) =>
    keep({ clause, kind: 'each', fields: { times: '1', count: '1', unit, whom: 'post', post } });
  const kept: Record<Kept, string> = {
    weekly: await keep({ line: 1, at: 's0', fields: { owner: owners.get('rae')! } }),
    monthly: await keep({ line: 8, at: 's0', fields: { owner: owners.get('gus')! } }),
    team: await each(team!, 'month'),
    alone: await each(alone!, 'quarter'),
  };
  await site.runJobs();
  return { kept, ids, people, proposed };
}

/** One post that several have at once. */
function postOf({ site, organisation }: Living, ids: Record<string, string>): Promise<string> {
  const times = { created_at: site.clock.now(), changed_at: site.clock.now() };
  const day = (text: string) => Temporal.PlainDate.from(text);
  return site.within(organisation, async ({ db }) => {
    const { id } = await db
      .insertInto('posts')
      .values({ title: 'Head of service', ...times })
      .returning('id')
      .executeTakeFirstOrThrow();
    const rows = HOLDERS.map(who => ({
      ...{ post_id: id, person_id: ids[who]!, as: 'holder' },
      starts_on: who === CAME.who ? day(CAME.on) : null,
      ends_on: who === LEFT.who ? day(LEFT.on) : null,
    }));
    await db.insertInto('post_holdings').values(rows).execute();
    return id;
  });
}

/** The two duties that say that something is regular, in the order of the document. */
async function dutiesOf({ site, organisation }: Living, plan: string): Promise<string[]> {
  const { rows } = await site.within(organisation, ({ db }) =>
    sql<{ id: string }>`
      select id from clauses where plan_id = ${plan} and detail ~* '\\mregular' order by place`.execute(db),
  );
  return rows.map(({ id }) => id);
}

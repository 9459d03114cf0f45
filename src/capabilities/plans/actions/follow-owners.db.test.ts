import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
  newLine,
  newPlan,
  organisationWithin,
  RECOMMENDATION_COLUMNS,
} from '../../../../tests/support/plans.ts';
import type { Within } from '../../../platform/database/database.ts';
import { firstBrokenEntry } from '../../../platform/history/history.ts';
import { mergeOwners, undoMerge } from '../../organisations/actions/merge-owners.ts';
import { changeOwner, endOwner, takeUpAgain } from '../../organisations/actions/owners.ts';
import { createPlan } from './create-plan.ts';
import { plansFollowOwners } from './follow-owners.ts';
import { setOwnersOfLines } from './line-owners.ts';
import { removeLines } from './remove-lines.ts';
import { restoreLines } from './restore-lines.ts';
import { saveLine } from './save-line.ts';

const { database, drop } = await testDatabase();
after(drop);

const now = Temporal.Instant.from('2025-04-08T13:05:00Z');
const occasion = { now, today: Temporal.PlainDate.from('2025-04-08') };
const merging = { now, keepers: [plansFollowOwners] };

const CELLS = [
  '',
  'All',
  'KB',
  'Jo Marsh',
  'jo marsh',
  'Press Officer (lead), Web Team',
  'KB / Jo Marsh',
  'Web Team, supported by KB and IT',
  'Town Clerk',
];
const NAMES = ['Jo Marsh', 'Web Team', 'KB', 'Town Clerk', 'Press Officer', 'Sam Birch', ''];

/** A small generator of its own, so that a failing sequence comes again. */
function dice(seed: number) {
  let state = seed * 7919 + 13;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return { next, pick: <T>(from: readonly T[]): T => from[next(from.length)]! };
}
type Dice = ReturnType<typeof dice>;

const wanted = (name: string) => ({ name, kind: 'post' as const });

/** Something that people do to lines and owners, by chance. */
async function anything(within: Within, plan: string, { next, pick }: Dice): Promise<string> {
  const lines = await within.db.selectFrom('lines').select(['id', 'version']).orderBy('id').execute();
  const owners = await within.db
    .selectFrom('owners')
    .select(['id', 'version', 'name'])
    .orderBy('id')
    .execute();
  const [line, owner, other] = [pick(lines), pick(owners), pick(owners)];
  const save = (values: Record<string, string>) =>
    saveLine(within, { plan, line: line.id, version: line.version, values }, occasion);
  const deeds: [string, () => Promise<unknown>][] = [
    ['saves a cell', () => save({ owner: pick(CELLS) })],
    ['chooses', () => save({ accountable: pick(NAMES) })],
    ['lets others contribute', () => save({ contributors: `${pick(NAMES)}\n${pick(NAMES)}` })],
    [
      'does all at once',
      () => save({ owner: pick(CELLS), accountable: pick(NAMES), contributors: pick(NAMES) }),
    ],
    [
      'settles many',
      () =>
        setOwnersOfLines(
          within,
          plan,
          lines
            .filter(() => next(3) === 0)
            .map(({ id }) => ({
              line: id,
              accountable: next(4) ? wanted(pick(NAMES) || 'Nobody') : null,
              contributors: [wanted('Web Team'), wanted(pick(NAMES) || 'IT')],
            })),
          now,
        ),
    ],
    ['merges', () => mergeOwners(within, { from: owner.id, into: other.id }, merging)],
    ['parts again', () => undoMerge(within, owner.id, merging)],
    ['ends', () => endOwner(within, owner.id, now)],
    ['takes up', () => takeUpAgain(within, owner.id, now)],
    [
      'renames',
      () => {
        const name = next(2) ? owner.name.toUpperCase() : `${owner.name.slice(0, 20)} ${next(99)}`;
        const values = { name, kind: 'post' as const, initials: '', alsoCalled: [] };
        const { id, version } = owner;
        return changeOwner(within, { id, version, values }, { now, renamed: plansFollowOwners.renamed });
      },
    ],
    [
      'takes out and puts back',
      async () => {
        await removeLines(within, { plan, lines: [{ id: line.id }], reason: 'by chance' }, now);
        if (other.id !== owner.id) await mergeOwners(within, { from: owner.id, into: other.id }, merging);
        await restoreLines(within, { plan, lines: [line.id] }, now);
      },
    ],
  ];
  const [what, act] = pick(deeds);
  await act();
  return what;
}

/** What is not as it must always be. */
async function faults({ db }: Within): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select 'a name without its owner: ' || l.accountable as fault from lines l
      left join owners o on o.id = l.accountable_id where l.accountable is distinct from coalesce(o.name, '')
    union all select 'answers and contributes' from lines l
      join line_contributors c on c.line_id = l.id and c.owner_id = l.accountable_id
    union all select 'contributes to a line of another plan' from line_contributors c
      join lines l on l.id = c.line_id where l.plan_id <> c.plan_id
    union all select 'a merged owner has a line: ' || o.name from owners o where o.merged_into is not null
      and (exists (select from lines where accountable_id = o.id)
        or exists (select from line_contributors where owner_id = o.id))
    union all select 'owner tallies' from (
      (select plan_id, owner_key, lines from owner_tallies where lines <> 0
        except select plan_id, owner_key, count(*)::int from lines where owner_key <> '' group by 1, 2)
      union all
      (select plan_id, owner_key, count(*)::int from lines where owner_key <> '' group by 1, 2
        except select plan_id, owner_key, lines from owner_tallies)) t
    union all select 'line tallies' from (
      select owned, sum(lines)::int as lines from line_tallies group by 1 having sum(lines) <> 0
        except select owner_key <> '', count(*)::int from lines group by 1) t
    union all select 'a version that is not its history: ' || l.version from lines l
      where version <> (select max(number) from history where subject_kind = 'line' and subject_id = l.id)
  `.execute(db);
  return rows.map(({ fault }) => fault);
}

for (const seed of [1, 2, 3, 4, 5, 6])
  test(`whatever happens to lines and owners, one at most answers, and the counts are right (${seed})`, async () => {
    const inside = await organisationWithin(database, `Ashmere ${seed}`);
    const chance = dice(seed);
    const lines = Array.from({ length: 12 }, () => newLine({ what: 'Publish', owner: chance.pick(CELLS) }));
    const sections = [{ title: '', columns: RECOMMENDATION_COLUMNS, lines }];
    const plan = await inside(within => createPlan(within, newPlan({ sections }), now));
    const done: string[] = [];
    for (let step = 0; step < 60; step++) {
      done.push(await inside(within => anything(within, plan, chance)));
      assert.deepEqual(await inside(faults), [], done.slice(-3).join(', then '));
    }
    await inside(async within => {
      const all = await within.db.selectFrom('lines').select('id').execute();
      assert.equal(all.length, 12);
      for (const { id } of all) assert.equal(await firstBrokenEntry(within, { kind: 'line', id }), undefined);
    });
  });

test('a merge that is taken back leaves every line as it was', async () => {
  const inside = await organisationWithin(database, 'Ashmere again');
  await inside(async within => {
    const cells = [
      'Jo Marsh',
      'Lead: Jo Marsh Support: KB',
      'Lead: KB Support: Jo Marsh',
      'Lead: IT Support: KB, Jo Marsh',
    ];
    const lines = cells.map(owner => newLine({ what: 'Publish', owner }));
    const sections = [{ title: '', columns: RECOMMENDATION_COLUMNS, lines }];
    const plan = await createPlan(within, newPlan({ sections }), now);
    const told = async () =>
      (
        await sql`select l.position, l.accountable, (select array_agg(o.name order by o.name) from line_contributors c
          join owners o on o.id = c.owner_id where c.line_id = l.id) as helpers
          from lines l where plan_id = ${plan} order by 1`.execute(within.db)
      ).rows;
    const before = await told();
    const named = async (name: string) =>
      (await within.db.selectFrom('owners').select('id').where('name', '=', name).executeTakeFirstOrThrow())
        .id;
    const [from, into] = [await named('KB'), await named('Jo Marsh')];
    await mergeOwners(within, { from, into }, merging);
    assert.deepEqual(
      (await told()).map(row => Object.values(row as object).slice(1)),
      [
        ['Jo Marsh', null],
        ['Jo Marsh', null],
        ['Jo Marsh', null],
        ['IT', ['Jo Marsh']],
      ],
    );
    assert.ok('from' in (await undoMerge(within, from, merging)));
    assert.deepEqual(await told(), before);
    assert.deepEqual(await faults(within), []);
  });
});

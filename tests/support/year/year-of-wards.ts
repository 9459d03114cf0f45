import assert from 'node:assert/strict';
import { changeCommitment } from '../../../src/capabilities/commitments/actions/change-commitment.ts';
import { askedOn } from '../asked.ts';
import type { Fields } from '../client.ts';
import type { Person } from '../site.ts';
import { keeping, planOf, type Said } from './kept-of-plan.ts';
import type { Living } from './living.ts';
import { ALONE, boardName, ENDED, type Kept, keeperOf, NEW, numberOf, wardName } from './story-of-wards.ts';

const WARDS = { whom: 'areas', areaKind: 'ward' };
const BOARDS = { whom: 'bodies', bodyKind: 'board' };
const EACH = (count: number, unit: string) => ({
  kind: 'each',
  fields: { times: '1', count: `${count}`, unit },
});
const TWO_DAYS = (setOffBy: string, more: Fields = {}) => ({
  kind: 'triggered',
  fields: { trigger: 'an event', setOffBy, limit: '2', limitUnit: 'working-days', ...more },
});

/** Which timing each is, by its place in the plan, and what somebody answers where the words leave a question. */
const TIMINGS: Record<Kept, Said> = {
  board: { line: 1, at: 't0', fields: BOARDS },
  boardNeed: { line: 1, at: 't1', ...TWO_DAYS('incident', BOARDS) },
  ward: { line: 2, at: 't0', fields: WARDS },
  street: { line: 2, at: 't1', fields: WARDS },
  daily: { line: 2, at: 't2' },
  wardNeed: { line: 2, at: 't3', ...TWO_DAYS('complaint', WARDS) },
  local: { line: 3, at: 't0' },
  localNeed: { line: 3, at: 't1', ...TWO_DAYS('other') },
  partners: { line: 4, at: 't0', ...TWO_DAYS('incident') },
  advice: { line: 5, at: 't0' },
  seasons: { line: 5, at: 't1' },
  advisers: { line: 6, at: 't0' },
  monitors: { line: 7, at: 't0' },
  shops: { line: 8, at: 't0', ...EACH(2, 'month') },
  shopsYear: { line: 8, at: 's0' },
  shopsMonth: { line: 8, at: 's1' },
  media: { line: 9, at: 't0', ...EACH(1, 'quarter') },
  enquiries: { line: 9, at: 't1', ...TWO_DAYS('outside') },
  faith: { line: 10, at: 't0', ...EACH(1, 'half-year') },
};

/** Whoever answers for these lines does it, as soon as somebody has said who in the directory that is. */
const AS_THE_LINE_SAYS = new Set<Kept>(['advice', 'seasons', 'advisers', 'monitors', 'faith']);

/** The year's people, wards and boards, and everything that the plan promises, kept for whom it is promised. */
export async function promisedToWards(life: Living, lead: Person, document: Uint8Array) {
  const { site, organisation } = life;
  const people = askedOn(site, organisation);
  const ids = await people.team('Mae Lund', [
    'Jo Reed',
    'Kit Marsh',
    'Pat Holm',
    'Lou Fell',
    'Ned Dale',
    'Cleo Ash',
    'Bea Moss',
  ]);
  ids.sam = await people.person({ name: 'Sam Birch' });
  const owners = new Map<string, string>();
  for (const [name, id] of Object.entries(ids)) owners.set(name, await people.owner(`Office of ${name}`, id));
  await placesOf(life);
  const plan = await planOf(site, lead, document);
  const { keep, open } = keeping(site, lead, plan);
  const timings = await open();
  const kept = {} as Record<Kept, string>;
  for (const [name, said] of Object.entries(TIMINGS) as [Kept, Said][]) {
    const owner = AS_THE_LINE_SAYS.has(name) ? '' : owners.get(ALONE[name] ?? 'mae')!;
    kept[name] = await keep({ ...said, fields: { ...said.fields, owner } });
  }
  assert.deepEqual(
    timings.sort(),
    Object.values(TIMINGS)
      .map(({ line, at }) => `${line} ${at}`)
      .sort(),
  );
  assert.deepEqual(await open(), []);
  await toSergeants(life, owners);
  await toDirectory(life, kept, ids);
  await site.runJobs();
  return { plan, kept, ids, owners, people };
}

/** Forty-eight wards, each with its board; one ends in the year, and one begins. */
async function placesOf({ site, organisation }: Living): Promise<void> {
  const times = { created_at: site.clock.now(), changed_at: site.clock.now() };
  const day = (text: string) => Temporal.PlainDate.from(text);
  const numbers = Array.from({ length: NEW.ward }, (_, index) => index + 1);
  const lasts = (number: number) => ({
    starts_on: number === NEW.ward ? day(NEW.from) : null,
    ends_on: number === ENDED.ward ? day(ENDED.on) : null,
    ...times,
  });
  await site.within(organisation, async ({ db }) => {
    const areas = await db
      .insertInto('areas')
      .values(numbers.map(number => ({ kind: 'ward', name: wardName(number), ...lasts(number) })))
      .returning(['id', 'name'])
      .execute();
    const rows = areas.map(({ id, name }) => ({
      ...{ kind: 'board', name: boardName(numberOf(name)), area_id: id },
      ...lasts(numberOf(name)),
    }));
    await db.insertInto('bodies').values(rows).execute();
  });
}

/** Each ward, and its board, gets its own messenger. */
async function toSergeants({ site, organisation }: Living, owners: Map<string, string>): Promise<void> {
  const when = {
    now: site.clock.now(),
    today: site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate(),
  };
  await site.within(organisation, async within => {
    const all = await within.db
      .selectFrom('commitments')
      .select(['id', 'promise_id as promise', 'version', 'for_name as name'])
      .where('for_name', '!=', '')
      .execute();
    for (const { id, promise, version, name } of all) {
      const own = { owner: owners.get(keeperOf(numberOf(name)))!, series: null };
      const done = await changeCommitment(within, { promise, commitment: id, version, own }, when);
      assert.deepEqual(done, { changed: true });
    }
  });
}

/** Names that the plan itself has for those who answer are said to mean people. */
async function toDirectory(
  { site, organisation }: Living,
  kept: Record<Kept, string>,
  ids: Record<string, string>,
): Promise<void> {
  for (const name of AS_THE_LINE_SAYS)
    await site.within(organisation, ({ db }) =>
      db
        .updateTable('owners')
        .set({ person_id: ids[ALONE[name]!]! })
        .where('id', 'in', of =>
          of
            .selectFrom('lines as l')
            .innerJoin('promises as p', 'p.line_id', 'l.id')
            .select('l.accountable_id')
            .where('p.id', '=', kept[name])
            .where('l.accountable_id', 'is not', null)
            .$castTo<{ accountable_id: string }>(),
        )
        .execute(),
    );
}

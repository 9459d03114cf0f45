import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Person } from '../site.ts';
import type { Living } from './living.ts';

/** What people do in the course of a year who sign in: not by a link. */

/** Something happened, and is recorded with what it sets off. */
export async function happens(person: Person, on: string, kind: string, promises: string[]): Promise<void> {
  const [year, month, day] = on.split('-').map(Number);
  const what = { kind, title: 'Something happened', note: '', time: '14:00' };
  const when = { 'happened-day': `${day}`, 'happened-month': `${month}`, 'happened-year': `${year}` };
  const { location, text } = await person.post('/happenings', {
    ...{ ...what, ...when, step: 'record', promise: promises },
  });
  assert.match(location ?? '', /^\/happenings\//, text);
}

/** Those of a promise, by their last day and for whom they are; all where nothing is said. */
export function datesOf(
  { site, organisation }: Living,
  promise: string,
  by: string,
  whom: (name: string) => boolean = () => true,
): Promise<string[]> {
  return site.within(organisation, async ({ db }) => {
    const rows = await db
      .selectFrom('occurrences as o')
      .innerJoin('commitments as c', 'c.id', 'o.commitment_id')
      .select(['o.id', 'c.for_name as name'])
      .where('o.promise_id', '=', promise)
      .where('o.by_day', '=', Temporal.PlainDate.from(by))
      .execute();
    return rows.filter(({ name }) => whom(name)).map(({ id }) => id);
  });
}

/** What became of many is said at once, on the page of all dates. */
export async function settledByLead(
  person: Person,
  occurrence: string[],
  said: 'excused' | 'not-triggered',
): Promise<void> {
  const why = { [`why-${said}`]: 'As the area office agreed' };
  const { location, text } = await person.post('/occurrences/settle', {
    ...{ occurrence, step: 'said', said, when: 'in-time', ...why },
  });
  assert.match(location ?? '', /^\/occurrences\/settled\//, text);
}

export async function postponed(person: Person, promise: string, until: string): Promise<void> {
  const at = `/promises/${promise}/postpone`;
  const { dom } = await person.get(at);
  const version = dom.querySelector('input[name=version]')!.getAttribute('value')!;
  const [year, month, day] = until.split('-').map(Number);
  const untilDay = { 'until-day': `${day}`, 'until-month': `${month}`, 'until-year': `${year}` };
  const { status, text } = await person.post(at, { version, ...untilDay, why: 'The group is on leave' });
  assert.equal(status, 303, text);
}

export type Entry = { on: string; to: string; promise: string; dates: number };

/** Every entry that was new in a daily message: on which day, to whom, of which promise and about how many dates. */
export function newEntries({ site, organisation }: Living): Promise<Entry[]> {
  return site.within(organisation, async ({ db }) => {
    const { rows } = await sql<Entry>`
      select m.day::text as "on", split_part(p.email, '.', 1) as "to", o.promise_id as promise, count(*)::int as dates
      from request_messages m join people p on p.id = m.person_id
      join request_entries e on e.message_id = m.id and e.why = 'new'
      join request_records a on a.request_id = e.request_id join occurrences o on o.id = a.record_id
      group by m.day, p.email, o.promise_id, e.request_id`.execute(db);
    return rows;
  });
}

/** The line of a promise is marked, so that no message may say a word of it. */
export function marked({ site, organisation }: Living, promise: string) {
  return site.within(organisation, async ({ db }) => {
    const { line_id: line } = await db
      .selectFrom('promises')
      .select('line_id')
      .where('id', '=', promise)
      .executeTakeFirstOrThrow();
    return db
      .updateTable('lines')
      .set({ marking: 'OFFICIAL-SENSITIVE' })
      .where('id', '=', line)
      .returning(['audience', 'what'])
      .executeTakeFirstOrThrow();
  });
}

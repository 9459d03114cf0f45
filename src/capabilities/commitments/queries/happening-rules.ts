import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { FigureRule } from '../figure.ts';
import type { SetOffBy } from '../promise.ts';

/** Entries of a calendar that set promises off; `called`: those called so, '' for all. */
export type CalendarRule = {
  id: string;
  calendar: string;
  calendarName: string;
  called: string;
  kind: SetOffBy;
  madeAt: Temporal.Instant;
  madeBy: string;
};

export async function calendarRules({ db }: Within): Promise<CalendarRule[]> {
  const rows = await db
    .selectFrom('calendar_rules as r')
    .innerJoin('calendars as c', 'c.id', 'r.calendar_id')
    .select(['r.id', 'c.id as calendar', 'c.name as calendarName', 'r.called', 'r.kind'])
    .select(['r.made_at as madeAt', 'r.made_by as madeBy'])
    .orderBy('c.name')
    .orderBy('r.called')
    .orderBy('r.id')
    .execute();
  return rows.map(row => ({ ...row, kind: row.kind as SetOffBy }));
}

/** A figure with its latest value and what it sets off by. */
export type ListedFigure = {
  id: string;
  name: string;
  day: Temporal.PlainDate | null;
  value: number | null;
  rules: (FigureRule & { madeBy: string })[];
};

/** More than an organisation of this size counts. */
const MOST_FIGURES = 500;

export async function figuresListed({ db }: Within): Promise<ListedFigure[]> {
  const { rows } = await sql<ListedFigure>`
    select f.id, f.name, v.day, v.value::float8 as value, coalesce((
      select json_agg(json_build_object('id', r.id, 'way', r.way, 'amount', r.amount, 'madeBy', r.made_by)
        order by r.way, r.amount) from figure_rules r where r.figure_id = f.id), '[]') as rules
    from figures f left join lateral (select day, value from figure_values where figure_id = f.id
      order by day desc limit 1) v on true
    order by lower(f.name), f.id limit ${sql.lit(MOST_FIGURES)}`.execute(db);
  return rows;
}

/** What is stored of figures by their names in small letters: each value by its day. */
export type StoredFigure = {
  id: string;
  name: string;
  values: Map<string, number>;
  latest: string | undefined;
};

export async function storedFigures(
  { db }: Within,
  names: readonly string[],
): Promise<Map<string, StoredFigure>> {
  const { rows } = await sql<{ id: string; name: string; days: string[] | null; values: number[] | null }>`
    select f.id, f.name, v.days, v.values from figures f left join lateral (
      select array_agg(day::text order by day) as days, array_agg(value::float8 order by day) as values
      from figure_values where figure_id = f.id) v on true
    where lower(f.name) = any(${names.map(name => name.toLowerCase())}::text[])`.execute(db);
  return new Map(
    rows.map(({ id, name, days, values }) => [
      name.toLowerCase(),
      { id, name, values: new Map((days ?? []).map((day, at) => [day, values![at]!])), latest: days?.at(-1) },
    ]),
  );
}

/** By which each of some figures sets promises off. */
export async function rulesOfFigures(
  { db }: Within,
  figures: readonly string[],
): Promise<Map<string, FigureRule[]>> {
  const { rows } = await sql<FigureRule & { figure: string }>`
    select id, figure_id as figure, way, amount::float8 as amount from figure_rules
    where figure_id = any(${[...figures]}::uuid[]) order by figure_id, way, amount`.execute(db);
  return Map.groupBy(rows, ({ figure }) => figure);
}

/** Which of these sources something was recorded from already. */
export async function sourcesRecorded({ db }: Within, sources: readonly string[]): Promise<Set<string>> {
  if (!sources.length) return new Set();
  const rows = await db
    .selectFrom('happenings')
    .select('source')
    .where('source', 'in', [...sources])
    .execute();
  return new Set(rows.flatMap(({ source }) => source ?? []));
}

import { sql } from 'kysely';
import { day as inFull } from '../../../language/words.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { FigureRule } from '../figure.ts';
import { LONGEST_TITLE, type NewHappening } from '../happening.ts';
import { rulesOfFigures, type StoredFigure, storedFigures } from '../queries/happening-rules.ts';
import { crossed, crossingsInWords } from '../rules/figure-crossed.ts';
import { recordHappening } from './record-happening.ts';

/** A value of a figure to store, by the figure's name. */
export type FigureDeed = { name: string; day: Temporal.PlainDate; value: number };

/**
 * Stores values and records what they show to have happened: of each figure what is newer than all that was known of it,
 * or of one that is new its last value. Years of old figures set nothing off.
 */
export async function storeFigures(
  within: Within,
  deeds: readonly FigureDeed[],
  now: Temporal.Instant,
): Promise<void> {
  const names = new Map(deeds.map(({ name }) => [name.toLowerCase(), name]));
  const before = await storedFigures(within, [...names.values()]);
  const fresh = [...names].filter(([key]) => !before.has(key)).map(([, name]) => ({ name, made_at: now }));
  if (fresh.length) await within.db.insertInto('figures').values(fresh).execute();
  const stored = fresh.length ? await storedFigures(within, [...names.values()]) : before;
  await storeValues(within, deeds, stored, now);
  const rules = await rulesOfFigures(
    within,
    [...stored.values()].map(({ id }) => id),
  );
  for (const [key, some] of Map.groupBy(deeds, ({ name }) => name.toLowerCase())) {
    const figure = stored.get(key)!;
    await recordCrossings(within, { figure, deeds: some, rules: rules.get(figure.id) ?? [] }, now);
  }
}

async function storeValues(
  { db }: Within,
  deeds: readonly FigureDeed[],
  stored: ReadonlyMap<string, StoredFigure>,
  now: Temporal.Instant,
): Promise<void> {
  const ids = deeds.map(({ name }) => stored.get(name.toLowerCase())!.id);
  await sql`
    insert into figure_values (figure_id, day, value, stored_at)
    select d.figure, d.day, d.value, ${now} from unnest(${ids}::uuid[], ${deeds.map(({ day }) => day.toString())}::date[],
      ${deeds.map(({ value }) => value)}::numeric[]) as d (figure, day, value)
    on conflict (figure_id, day) do update set value = excluded.value, stored_at = excluded.stored_at`.execute(
    db,
  );
}

type Crossings = { figure: StoredFigure; deeds: readonly FigureDeed[]; rules: readonly FigureRule[] };

async function recordCrossings(
  within: Within,
  { figure, deeds, rules }: Crossings,
  now: Temporal.Instant,
): Promise<void> {
  const values = new Map(figure.values);
  for (const { day, value } of deeds) values.set(day.toString(), value);
  const days = [...values.keys()].sort();
  const newer = figure.latest ? days.filter(day => day > figure.latest!) : days.slice(-1);
  for (const day of newer) {
    const known = { value: values.get(day)!, before: values.get(days[days.indexOf(day) - 1] ?? '') };
    const words = rules.flatMap(rule => crossed(rule, known) ?? []);
    if (words.length)
      await recordHappening(within, crossing(figure, day, { words, value: known.value, now }), 'surely', now);
  }
}

/** Once for each row, whatever is said of it by how many rules. */
const crossing = (
  { id, name }: StoredFigure,
  day: string,
  { words, value, now }: { words: readonly string[]; value: number; now: Temporal.Instant },
): NewHappening => ({
  kind: 'figure',
  title: crossingsInWords(name, words, value).slice(0, LONGEST_TITLE),
  note: `The figure of ${inFull(day)}.`,
  // nobody knew before it was given in
  at: now,
  source: `figure:${id}:${day}`,
});

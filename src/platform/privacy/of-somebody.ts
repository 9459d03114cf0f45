import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../database/database.ts';
import { isActor, redactHistory } from '../history/redact.ts';
import { masked } from '../mail/rules/masked.ts';
import { ERASED, type Erased, type EraseOwn, type PersonalData, type Sought } from './personal-data.ts';

/** What one table knows of somebody. `about`: for each row the plan or line whose words it shows, where that is declared. */
export type Known = { data: PersonalData; rows: Record<string, unknown>[]; about: string[] };

/** Everything that the declared tables know of somebody, in their order; those that know nothing are left out. */
export async function knownOf(within: Within, all: PersonalData[], sought: Sought): Promise<Known[]> {
  const known: Known[] = [];
  for (const data of all) {
    const where = rowsOf(data, sought);
    if (!where) continue;
    const { rows } = await sql<Row>`
      select ${shownOf(data)} from ${sql.table(data.table)} t where ${where}`.execute(within.db);
    if (rows.length) known.push(asKnown(data, rows));
  }
  return known;
}

/** A row as it is handed out, with the record that it is about and what of it is not handed out. */
export type Row = Record<string, unknown> & { record_it_is_about?: string; what_lets_in?: string[] };

export const shownOf = ({ shown, about, masks }: PersonalData): RawBuilder<unknown> =>
  sql.join([
    ...shown.map(column => sql.ref(`t.${column}`)),
    ...(masks ? [sql`${sql.ref(`t.${masks.secrets}`)} as what_lets_in`] : []),
    ...(about ? [sql`${sql.ref(`t.${about}`)} as record_it_is_about`] : []),
  ]);

export const asKnown = (data: PersonalData, rows: Row[]): Known => ({
  data,
  rows: rows.map(({ record_it_is_about: _, what_lets_in: secrets = [], ...row }) =>
    maskedIn(data, row, secrets),
  ),
  about: rows.flatMap(({ record_it_is_about: record }) => record ?? []),
});

/** A link that was not sent yet would let in whoever reads it here, in that person's name and with nothing written down. */
function maskedIn({ masks }: PersonalData, row: Record<string, unknown>, secrets: string[]): typeof row {
  const words = masks && row[masks.words];
  return typeof words === 'string' ? { ...row, [masks!.words]: masked(words, secrets) } : row;
}

/**
 * Takes somebody out of every declared table, and out of history: their words go, the records of what was decided and
 * done stay, and every chain of history still holds.
 *
 * @returns how many rows of which table
 */
export async function eraseEverywhere(
  within: Within,
  all: PersonalData[],
  sought: Sought,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const data of all) {
    const where = rowsOf(data, sought);
    if (!where || stays(data.erased)) continue;
    const count = await eraseFrom(within, data, { where, sought });
    if (count) counts[data.table] = (counts[data.table] ?? 0) + count;
  }
  const words = [...sought.names, ...sought.addresses];
  const history = await redactHistory(within, { accounts: sought.accounts, words });
  if (history) counts.history = history;
  return counts;
}

async function eraseFrom(
  within: Within,
  { table: name, erased }: PersonalData,
  { where, sought }: { where: RawBuilder<unknown>; sought: Sought },
): Promise<number> {
  if (typeof erased === 'object' && 'by' in erased) return (erased.by as EraseOwn)(within, sought);
  const table = sql.table(name);
  const done =
    erased === 'rows'
      ? await sql`delete from ${table} t where ${where}`.execute(within.db)
      : await sql`update ${table} t set ${sql.join(changes(erased as Columns))} where ${where}`.execute(
          within.db,
        );
  return Number(done.numAffectedRows ?? 0);
}

type Columns = { [column: string]: Erased };

const stays = (erased: PersonalData['erased']): erased is { stays: string } =>
  typeof erased === 'object' && 'stays' in erased;

const changes = (erased: Columns): RawBuilder<unknown>[] =>
  Object.entries(erased).map(([column, becomes]) => sql`${sql.ref(column)} = ${asSql(becomes)}`);

function asSql(becomes: Erased): RawBuilder<unknown> {
  if (becomes === 'numbered') return sql`${`${ERASED} `} || left(t.id::text, 8)`;
  if (becomes === 'no list') return sql`'{}'`;
  return becomes === 'no JSON' ? sql`'[]'` : sql`${becomes}`;
}

/** Undefined where nothing by which this table knows people is known of them: then none of its rows are theirs. */
function rowsOf({ of }: PersonalData, sought: Sought): RawBuilder<unknown> | undefined {
  const by = Object.entries(of).flatMap(([what, columns]) => {
    const values = sought[what as keyof Sought];
    if (!values.length) return [];
    return columns.map(column => isTheirs(what as keyof Sought, sql.ref(`t.${column}`), values));
  });
  return by.length ? sql`(${sql.join(by, sql` or `)})` : undefined;
}

/** A name also where it stands with how they acted: "Jo Marsh, by link". */
function isTheirs(what: keyof Sought, column: RawBuilder<unknown>, values: string[]): RawBuilder<unknown> {
  if (what === 'names') return isActor(values, column);
  return what === 'addresses'
    ? sql`lower(${column}) = any(${values}::text[])`
    : sql`${column} = any(${values}::uuid[])`;
}

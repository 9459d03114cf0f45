import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../database/database.ts';

/** What stands where a person's words stood. */
export const ERASED = '(erased)';

/** Whose words are taken out: by the account that acted, and by words that name them. */
export type WhoIsErased = { accounts: string[]; words: string[] };

/**
 * Takes a person out of history, in place: as the one who acted, and out of every before and after that names them. The
 * digests of the words stay, so that every chain still holds (`firstBrokenEntry`). A digest is no secret: who guesses the
 * words can tell that they stood there, and nothing else.
 *
 * @returns how many entries were changed
 */
export async function redactHistory({ db }: Within, { accounts, words }: WhoIsErased): Promise<number> {
  const names = words.map(word => word.trim().toLowerCase()).filter(word => word.length > 1);
  if (!names.length && !accounts.length) return 0;
  const acted = sql`(h.actor_id = any(${accounts}::uuid[]) or ${isActor(names, sql`h.actor_name`)})`;
  const entries = sql`${acted} or ${namedInChanges(names, sql`h.changes`)}`;
  return takeOut(db, { entries, acted, words: text => matches(names.map(inWords), text) });
}

/** A sentence of history in which a name of one word stands, that may be just a word. */
export type Sentence = {
  id: string;
  kind: string;
  subject: string;
  at: Temporal.Instant;
  actor: string;
  words: string;
};

/**
 * Sentences that a name of one word stands in among others, as it is written, in capitals and small letters: a person says
 * which of them mean somebody ("May rang the clerk") and which do not. Those of what they did themselves come first.
 */
export async function sentencesWith(
  { db }: Within,
  { names, accounts }: { names: string[]; accounts: string[] },
  most: number,
): Promise<Sentence[]> {
  if (!names.length) return [];
  const { rows } = await sql<Sentence>`
    select h.id::text, h.subject_kind as kind, h.subject_id as subject, h.at, h.actor_name as actor,
      (select string_agg(distinct left(w, 300), ' … ') from jsonb_array_elements(h.changes) c,
        unnest(array[c ->> 'before', c ->> 'after']) w where ${standsIn(names, sql`w`)}) as words
    from history h where exists (select from jsonb_array_elements(h.changes) c
      where ${standsIn(names, sql`c ->> 'before'`)} or ${standsIn(names, sql`c ->> 'after'`)})
    order by coalesce(h.actor_id = any(${accounts}::uuid[]), false) desc, h.at desc, h.id limit ${most}`.execute(
    db,
  );
  return rows;
}

/** Takes such sentences out, of those entries alone that a person picked. @returns how many entries were changed */
export const redactSentences = (
  { db }: Within,
  { names, entries }: { names: string[]; entries: string[] },
): Promise<number> =>
  names.length && entries.length
    ? takeOut(db, {
        entries: sql`h.id = any(${entries}::bigint[])`,
        acted: sql`false`,
        words: text => standsIn(names, text),
      })
    : Promise.resolve(0);

/** As a whole word, in the letters in which the name is written; what else stands there is not looked at. */
const standsIn = (names: string[], text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce(${text} ~ any(${names.map(asWord)}::text[]), false)`;

const asWord = (name: string): string => `(^|[^[:alnum:]-])${literal(name)}($|[^[:alnum:]-])`;

/** Whether changes name somebody. `names`: in small letters; their addresses are among them. */
export const namedInChanges = (names: string[], changes: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from jsonb_array_elements(${changes}) n
    where ${matches(names.map(inWords), sql`n ->> 'before'`)} or ${matches(names.map(inWords), sql`n ->> 'after'`)})`;

const matches = (patterns: string[], text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce(lower(${text}) ~ any(${patterns}::text[]), false)`;

/**
 * As a pattern of PostgreSQL. Whole words alone: Al Ingham is not in "national inghamshire". A name of one word (May, Will)
 * is also a word of everybody's sentences, so it counts where nothing else stands beside it, and a person picks the
 * sentences (`sentencesWith`); what is taken out of history never comes back.
 */
const inWords = (name: string): string => (isOneWord(name) ? `^\\s*${literal(name)}\\s*$` : asWord(name));

export const isOneWord = (name: string): boolean => !/[\s@]/.test(name);

/** Whether somebody acted. `names`: in small letters. */
export const isActor = (names: string[], actor: RawBuilder<unknown>): RawBuilder<unknown> =>
  matches(names.map(asActor), actor);

/**
 * Who acts by a link, for somebody else or over the telephone stands there with that: "Jo Marsh (for Sam Birch), by link",
 * "Jo Marsh, written down by Ann Dale".
 */
const asActor = (name: string): string => {
  const own = literal(name);
  return `^${own}($|, by link$|, written down by | \\(for )| \\(for ${own}\\)|, written down by ${own}$`;
};

const literal = (name: string): string => name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');

/**
 * Takes the words out of everything that was ever changed of records that are gone for good, in place: who did what to
 * which field and when stays, and every chain still holds.
 *
 * @returns how many entries were changed
 */
export const redactRecords = ({ db }: Within, kind: string, ids: string[]): Promise<number> =>
  takeOut(db, {
    entries: sql`h.subject_kind = ${kind} and h.subject_id = any(${ids}::uuid[])`,
    acted: sql`false`,
    words: () => sql`true`,
  });

/** Of which entries of `history h` what is taken out: the name of who acted, and which words before and after. */
type Taken = {
  entries: RawBuilder<unknown>;
  acted: RawBuilder<unknown>;
  words: (text: RawBuilder<unknown>) => RawBuilder<unknown>;
};

async function takeOut(db: Within['db'], { entries, acted, words }: Taken): Promise<number> {
  const side = (name: 'before' | 'after') => sql`case
    when c ->> ${name} is null or c ->> ${name} = ${ERASED} then r -> ${sql.lit(name === 'before' ? 0 : 1)}
    when ${words(sql`c ->> ${name}`)} then to_jsonb(digest_of_words(c ->> ${name})) else 'null'::jsonb end`;
  const told = (name: 'before' | 'after') => sql`case
    when c ->> ${name} is null then 'null'::jsonb
    when ${words(sql`c ->> ${name}`)} then to_jsonb(${ERASED}::text) else c -> ${name} end`;
  const done = await sql`
    with hit as (
      select h.id,
        h.actor_name <> ${ERASED} and ${acted} as acted,
        h.actor_name, h.redacted, h.changes
      from history h
      where ${entries}
    ), taken as (
      select hit.id, hit.acted,
        case when hit.acted then to_jsonb(digest_of_words(hit.actor_name))
          else coalesce(hit.redacted -> 'actor', 'null') end as actor,
        coalesce((select jsonb_agg(c || jsonb_build_object('before', ${told('before')}, 'after', ${told('after')}) order by at)
          from jsonb_array_elements(hit.changes) with ordinality as x (c, at)), '[]') as changes,
        coalesce((select jsonb_agg(jsonb_build_array(coalesce(${side('before')}, 'null'), coalesce(${side('after')}, 'null')) order by at)
          from jsonb_array_elements(hit.changes) with ordinality as x (c, at)
          left join jsonb_array_elements(hit.redacted -> 'changes') with ordinality as y (r, place) on place = at), '[]') as kept
      from hit
    )
    update history h set
      actor_name = case when t.acted then ${ERASED} else h.actor_name end,
      actor_id = case when t.acted then null else h.actor_id end,
      changes = t.changes,
      redacted = jsonb_build_object('actor', t.actor, 'changes', t.kept)
    from taken t where t.id = h.id and (t.acted or t.changes <> h.changes)`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}

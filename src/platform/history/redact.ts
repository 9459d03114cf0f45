import { sql } from 'kysely';
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
  const named = (text: ReturnType<typeof sql>) =>
    sql`exists (select from unnest(${names}::text[]) w where position(w in lower(${text})) > 0)`;
  const side = (name: 'before' | 'after') => sql`case
    when c ->> ${name} is null or c ->> ${name} = ${ERASED} then r -> ${sql.lit(name === 'before' ? 0 : 1)}
    when ${named(sql`c ->> ${name}`)} then to_jsonb(digest_of_words(c ->> ${name})) else 'null'::jsonb end`;
  const told = (name: 'before' | 'after') => sql`case
    when c ->> ${name} is null then 'null'::jsonb
    when ${named(sql`c ->> ${name}`)} then to_jsonb(${ERASED}::text) else c -> ${name} end`;
  const done = await sql`
    with hit as (
      select h.id,
        h.actor_name <> ${ERASED} and (h.actor_id = any(${accounts}::uuid[]) or lower(h.actor_name) = any(${names}::text[])) as acted,
        h.actor_name, h.redacted, h.changes
      from history h
      where h.actor_id = any(${accounts}::uuid[]) or lower(h.actor_name) = any(${names}::text[]) or ${named(sql`h.changes::text`)}
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

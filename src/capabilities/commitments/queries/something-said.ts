import { type RawBuilder, sql } from 'kysely';

/** Something was shown or asked with an occurrence `o`: it is not taken out as though nobody had ever heard of it. */
export const SOMETHING_SAID: RawBuilder<boolean> = sql`(exists (select from evidence_of e where e.occurrence_id = o.id)
  or exists (select from concerns k where k.occurrence_id = o.id))`;

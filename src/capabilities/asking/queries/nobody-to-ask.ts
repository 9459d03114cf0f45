import { type RawBuilder, sql } from 'kysely';

/** Somebody said whom of the directory an owner `o` of the register means. */
export const IS_KNOWN: RawBuilder<boolean> = sql<boolean>`num_nonnulls(o.person_id, o.post_id, o.team_id) > 0`;

/**
 * An open request `r`, under the name of an owner `o` or of a person, that reaches nobody: the name means nobody of the
 * directory, or on the last run nobody whom it means could be written to.
 */
export const NOBODY_TO_ASK: RawBuilder<boolean> = sql<boolean>`(r.state = 'open'
  and (r.told_why is not distinct from 'nobody' or o.id is not null and not ${IS_KNOWN}))`;

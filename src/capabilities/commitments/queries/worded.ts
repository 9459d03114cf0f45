import type { Compilable, Kysely, RawBuilder } from 'kysely';
import type { OrganisationTables } from '../../../platform/database/tables.ts';

/** A question in SQL as one that is put into words once. */
export const worded = <Row>(db: Kysely<OrganisationTables>, question: RawBuilder<Row>): Compilable<Row> => ({
  compile: () => question.compile(db),
});

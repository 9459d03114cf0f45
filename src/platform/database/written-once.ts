import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Within } from './database.ts';
import type { OrganisationTables } from './tables.ts';

/** A value's place in a question that is put into words before the value is known. */
class Place {}

/**
 * A question of the database that is put into words at its first asking and sent in the same words ever after: for the
 * pages of every minute, where the wording took longer than the rest of the asking.
 * `build` is given the values in their order, and may use each as often as it likes but not look at it.
 */
export function writtenOnce<Given extends unknown[], Row>(
  build: (db: Kysely<OrganisationTables>, ...given: Given) => Compilable<Row>,
): (within: Within, ...given: Given) => Promise<Row[]> {
  let known: { query: CompiledQuery<Row>; from: (given: Given) => unknown[] } | undefined;
  return async ({ db }, ...given) => {
    known ??= wordingOf(build, db, given);
    const { rows } = await db.executeQuery<Row>({ ...known.query, parameters: known.from(given) });
    return rows;
  };
}

function wordingOf<Given extends unknown[], Row>(
  build: (db: Kysely<OrganisationTables>, ...given: Given) => Compilable<Row>,
  db: Kysely<OrganisationTables>,
  given: Given,
) {
  const places = given.map(() => new Place());
  const query = build(db, ...(places as Given)).compile();
  const order = query.parameters.map(parameter => places.indexOf(parameter as Place));
  const from = (values: Given) =>
    order.map((place, at) => (place < 0 ? query.parameters[at] : values[place]));
  return { query, from };
}

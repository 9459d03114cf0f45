import { z } from 'zod';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Place } from '../../../../reading/places.ts';

const count = z.coerce.number().int().min(0).max(1e6);

/** Where a line stands in its document, as an address or a form names it. */
export const linePlace = z.object({
  table: count,
  row: count,
  /** A form says nothing in it for a row that is one line. */
  part: z.preprocess(given => (given === '' ? undefined : given), count.optional()),
});
export type LinePlace = z.output<typeof linePlace>;

/** The place that the address of a line's page names. */
export const placeOf = (visit: SignedInVisit): LinePlace | undefined =>
  linePlace.safeParse({ ...visit.params, part: visit.query.part }).data;

/** Where a line stands instead, if its row was made into several lines since a page was opened, or these into one. */
export const otherwise = ({ table, row, part }: LinePlace): LinePlace =>
  part === undefined ? { table, row, part: 1 } : { table, row };

/** The end of the address of a line's page: "0/4", or "0/4?part=2" of a row that was made into several lines. */
export const lineAddress = ({ table, row, part }: Place): string =>
  `${table}/${row}${part ? `?part=${part}` : ''}`;

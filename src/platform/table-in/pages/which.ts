import { z } from 'zod';
import type { Visit } from '../../http/visit.ts';
import type { Prepared } from '../prepared.ts';

const identifier = z.uuid().toLowerCase();

/** The table that an address names; a malformed name is as unknown as a wrong one. */
export const tableIdOf = (visit: Visit): string | undefined =>
  identifier.safeParse(visit.params.givenTable).data;

export const trailOf = (
  { under, list, title, at }: Prepared,
  ...steps: { text: string; href?: string }[]
) => [...(under ? [under] : []), list, steps.length ? { text: title, href: at } : { text: title }, ...steps];

/** What every page of a table says of it. */
export const wordsOf = ({ one, many, title, about, at, list }: Prepared) => ({
  one,
  many,
  title,
  about,
  at,
  list,
});

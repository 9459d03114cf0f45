import { ROLE_NAME } from '../../../language/role.ts';
import type { Part } from './part.ts';

/** Parts in words, as rows of a table. */
export const shownParts = (parts: Part[]): object[] =>
  parts.map(({ account, name, role, marked, of, givenBy, givenAt }) => ({
    account,
    name,
    role: ROLE_NAME[role],
    marked,
    of: of.title,
    givenBy,
    givenAt,
  }));

import { ROLE_NAME } from '../../../../language/role.ts';
import type { Part } from '../../../access/index.ts';

/** A part in words, as a row of a table. */
export const rowsOf = (parts: Part[]): object[] =>
  parts.map(({ account, name, role, marked, of, givenBy, givenAt }) => ({
    account,
    name,
    role: ROLE_NAME[role],
    marked,
    of: of.title,
    givenBy,
    givenAt,
  }));

import type { PersonKind } from '../person.ts';

/** A row of a table of people; undefined where the file has no such column. */
export type PersonRow = {
  name: string;
  email: string | undefined;
  phone: string | undefined;
  kind: PersonKind | '' | undefined;
  department: string | undefined;
  post: string | undefined;
  area: string | undefined;
  manager: string | undefined;
  startsOn: Temporal.PlainDate | null | undefined;
  endsOn: Temporal.PlainDate | null | undefined;
  language: string | undefined;
};

/** Somebody as they are stored. `posts`: those that they hold. */
export type StoredPerson = {
  id: string;
  name: string;
  email: string;
  phone: string;
  kind: PersonKind;
  department: string | null;
  manager: string | null;
  startsOn: Temporal.PlainDate | null;
  endsOn: Temporal.PlainDate | null;
  language: string;
  posts: { title: string; area: string | null }[];
  /** They sign in, and look after the organisation. */
  administrator: boolean;
};

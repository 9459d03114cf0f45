import type { RawBuilder } from 'kysely';
import type { Within } from '../database/database.ts';

/** A field of an entry as its form asks for it and its page tells it. */
export type RegisterField = {
  /** The column. */
  name: string;
  label: string;
  hint?: string;
  kind: 'text' | 'area' | 'choice' | 'tick' | 'owner';
  /** Characters. */
  most?: number;
  items?: { value: string; text: string }[];
  required?: string;
};

/** Entries that lack something: a figure over the list, and the list when it is chosen. */
export type RegisterGap = {
  name: string;
  /** Under the figure: "reached by no line". */
  words: string;
  /** What could be done, as a sentence over the list. */
  teach: string;
  /** A condition on the table's own columns, as `e`. */
  condition: RawBuilder<unknown>;
};

export type Figure = { number: string; words: string; href: string };

/**
 * Named things that lines of plans use, such as audiences: kept once each under a name and other names, each knowing the
 * documents it came from and the lines that use it. A capability says what is its own; the rest is alike for all.
 */
export type Register = {
  /** The table, its address and the kind of its history. */
  table: 'audiences' | 'channels' | 'clauses';
  one: string;
  many: string;
  title: string;
  /** The table of links with lines, and its column for the entry. */
  links: { table: 'line_audiences' | 'line_channels' | 'line_clauses'; entry: string };
  fields: RegisterField[];
  gaps: RegisterGap[];
  /** Columns of the list beside name and lines. */
  listed: { heading: string; field: string }[];
  /** The field that the list can be narrowed by, where there is one. */
  facet?: { field: string; label: string; any: string; names?: 'plans' };
  /** The order of the list, over the table's own columns, where it is not by name. */
  inOrder?: RawBuilder<unknown>;
  /** The name as pages show it. */
  titleOf: (entry: Entry) => string;
  /** Whether several may have one name: clauses under one heading. */
  sharesNames?: true;
  /** What the list says where it is empty. */
  empty: { title: string; words: string[] };
  /** What one of them is, as the line under the heading of the list. */
  about: string;
  /** Figures beside those of the gaps, each opening onto its records. */
  figures?: (within: Within) => Promise<Figure[]>;
  /** Done after an entry was saved, in the same transaction. */
  saved?: (within: Within, id: string, changed: string[], now: Temporal.Instant) => Promise<void>;
};

/** One entry: what all have, and its own fields by their columns. */
export type Entry = {
  id: string;
  name: string;
  alsoCalled: string[];
  lines: number;
  version: number;
  endedAt: Temporal.Instant | null;
  mergedInto: string | null;
  /** The name of its owner, where it has one. */
  owner: string | null;
  /** Needs that no line mentions, where its register asks for them. */
  unmet: string[];
  values: Record<string, string>;
};

/** The kind of its history's subject. */
export const subjectOf = (register: Register, id: string) => ({ kind: register.one, id });

export const addressOf = (register: Register, id?: string): string =>
  id ? `/${register.table}/${id}` : `/${register.table}`;

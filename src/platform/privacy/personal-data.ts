import type { Within } from '../database/database.ts';

/** Whose data is meant: everything by which the tables know one person. Addresses and names in small letters. */
export type Sought = {
  people: string[];
  accounts: string[];
  holders: string[];
  addresses: string[];
  names: string[];
};

/** What stands in the place of words that were erased. */
export { ERASED } from '../history/redact.ts';

/**
 * One kind of personal data, declared by the capability that keeps it. The page of privacy lists all of them, requests
 * for access and erasure go through them, and a test holds them against the tables that there are.
 */
export type PersonalData = {
  table: string;
  /** "Names and addresses of people who work here". */
  what: string;
  /** Why it is kept, in a sentence: without it, it may not be. */
  why: string;
  /** For how long, in a sentence; `by` names the timed job that sees to it, where no other rule removes it. */
  kept: { words: string; by?: string };
  /** The columns by which rows of somebody are found. */
  of: Partial<Record<keyof Sought, string[]>>;
  /** What is handed over to whoever asks what is known of them. */
  shown: string[];
  /** In the words of which column the list of another is masked: what lets its addressee in, and nobody who reads it here. */
  masks?: { words: string; secrets: string };
  /** The column that names the plan or line of which that shows words: where it is marked, it is noted who saw them. */
  about?: string;
  /** What erasure does: what each column becomes, or that the rows go, or why they stay. */
  erased: { [column: string]: Erased } | 'rows' | { stays: string } | { by: EraseOwn; words: string };
};

/** `null`, nothing, or the word that says so; `numbered` where two may not have the same name; `no list` and `no JSON` for empty
 * lists. */
export type Erased = null | '' | '(erased)' | 'numbered' | 'no list' | 'no JSON';

/** Where erasing is more than changing columns. @returns how many rows were changed */
export type EraseOwn = (within: Within, sought: Sought) => Promise<number>;

/** A table without personal data, or whose personal data is told with another: each with its reason. */
export type NotPersonal = Record<string, string>;

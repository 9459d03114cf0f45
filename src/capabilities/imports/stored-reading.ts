import type { Place } from '../../reading/places.ts';
import type { Corrections, Decided, Reading, ReadLine } from '../../reading/reading.ts';
import type { Resembling } from './rules/edition/resembling.ts';
import type { Figures } from './rules/figures.ts';

/**
 * How far a document given in has come. `waiting`: it is to be read, for the first time or again; `read`: a person is to
 * check it; `unreadable`: there is a sentence that says why; `accepted`: it became a plan; `discarded`: it will not.
 */
export const READING_STATUSES = ['waiting', 'read', 'unreadable', 'accepted', 'discarded'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** What every page about a reading shows. */
export type Outline = Pick<Reading, 'document' | 'tables'> & {
  figures: Figures;
  /** The titles over its lines, in their order; absent in readings from before they were kept. */
  sections?: string[];
  /** The export that the file says it is; a hint. */
  identity?: string;
};

export type DoubtCounts = {
  /** Doubts that nobody settled. */
  doubts: number;
  /** The lines they stand in. */
  lines: number;
  /** The lines in which an owner is to be settled. */
  owners: number;
};

/** What was read apart from lines. */
export type Beside = Pick<Reading, 'clauses' | 'audiences' | 'channels' | 'registers' | 'remainder'>;

/**
 * A doubt that a person answered by agreeing with the reading. `words`: of the row as printed, by which an answer of the
 * last edition is known wherever the row stands now; its place is where it stood when it was taken over.
 */
export type SettledDoubt = Place & Decided & { field: string; reason: string; words?: string };

/**
 * Of which plan a document is a later edition. `settled`: a person said so, or said that it is a new plan; until then
 * `resembles` are the plans that it may be an edition of, likeliest first.
 */
export type OfEdition = { of: string | null; settled: boolean; resembles: Resembling[] };

/** A document given in, and how it stands. */
export type StoredReading = {
  id: string;
  status: ReadingStatus;
  /** `id` is null once the document was discarded; `size` is in bytes. */
  file: { id: string | null; name: string; size: number };
  problem: string | null;
  /** Absent until it was read once. */
  outline: Outline | null;
  doubts: DoubtCounts;
  corrections: Corrections;
  settled: SettledDoubt[];
  version: number;
  readVersion: number;
  milliseconds: number | null;
  planId: string | null;
  edition: OfEdition;
  givenBy: string;
  givenAt: Temporal.Instant;
};

/** A line as stored: `position` counts from 1 over the whole document; `line.doubts` holds those that nobody settled. */
export type StoredLine = { position: number; line: ReadLine };

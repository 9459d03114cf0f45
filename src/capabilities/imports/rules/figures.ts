import type { Reading, ReadLine } from '../../../reading/reading.ts';
import type { WordCount } from './words-kept.ts';

/** The numbers that decide what to do next with a reading. */
export type Figures = {
  lines: number;
  sections: number;
  timings: number;
  /** Timings from which days can be told. */
  dated: number;
  owners: number;
  /** Lines that say how they stand. */
  withState: number;
  clauses: number;
  registers: number;
  words: WordCount;
};

export function figuresOf(reading: Reading, words: WordCount): Figures {
  const timings = reading.lines.flatMap(line => line.schedules);
  const owners = reading.lines.map(ownerOf);
  return {
    lines: reading.lines.length,
    sections: new Set(reading.lines.map(line => line.section)).size,
    timings: timings.length,
    dated: timings.filter(({ kind }) => kind === 'dated' || kind === 'recurring').length,
    owners: new Set(owners.filter(Boolean)).size,
    withState: reading.lines.filter(line => line.state !== 'unknown').length,
    clauses: reading.clauses.length,
    registers: reading.audiences.length + reading.channels.length,
    words,
  };
}

/** In a plan without a column of owners, who gives the message is who keeps the promise. */
const ownerOf = (line: ReadLine): string =>
  (line.taken?.owner?.text || line.owner || line.messenger || '').replace(/\s+/g, ' ').trim().toLowerCase();

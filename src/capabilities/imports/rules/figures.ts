import type { Reading, ReadLine } from '../../../reading/reading.ts';
import type { WordCount } from './words-kept.ts';

/** The numbers that decide what to do next with a reading. */
export type Figures = {
  lines: number;
  sections: number;
  timings: number;
  /** Timings from which days can be told. */
  dated: number;
  /** People, posts and teams, each counted once. */
  owners: number;
  /** Lines that say how they stand. */
  withState: number;
  clauses: number;
  registers: number;
  words: WordCount;
};

export function figuresOf(reading: Reading, words: WordCount): Figures {
  const timings = reading.lines.flatMap(line => line.schedules);
  return {
    lines: reading.lines.length,
    sections: new Set(reading.lines.map(line => line.section)).size,
    timings: timings.length,
    dated: timings.filter(({ kind }) => kind === 'dated' || kind === 'recurring').length,
    owners: new Set(reading.lines.flatMap(namedBy)).size,
    withState: reading.lines.filter(line => line.state !== 'unknown').length,
    clauses: reading.clauses.length,
    registers: reading.audiences.length + reading.channels.length,
    words,
  };
}

/** Those whom a line names, initials by what they stand for. Who gives the message is who keeps the promise where nobody else is asked for. */
const namedBy = (line: ReadLine): string[] =>
  (line.owners ?? [])
    .filter(({ kind }) => kind !== 'instruction' && kind !== 'nobody' && kind !== 'everyone')
    .map(({ name, standsFor }) => (standsFor ?? name).replace(/\s+/g, ' ').trim().toLowerCase());

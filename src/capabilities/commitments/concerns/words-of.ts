import { LONGEST_CONCERN } from './concern.ts';

/** So many things are taken out of one answer; who has more to say writes them into one line. */
const MOST = 20;

/** What people were worried about, one thing to a line; marks at its beginning are no words of it. */
export function concernsIn(said: string): string[] {
  const lines = said.split('\n').map(line => line.replace(/^\s*[-*•]\s+/, '').trim());
  return [...new Set(lines.filter(Boolean))].slice(0, MOST).map(line => line.slice(0, LONGEST_CONCERN));
}

import type { Field } from '../reading.ts';
import type { Looks } from '../text/looks.ts';

export type Guess = { field: Field; likely: number; why: string };

/** What a column without a telling heading may be, by its cells alone; weaker than any heading. */
export function byContents(looks: Looks | undefined, all: Looks[]): Guess[] {
  if (!looks || looks.filled === 0) return [];
  const longest = looks.words >= Math.max(...all.map(other => other.words));
  const typed = Math.max(looks.reference, looks.timing, looks.state);
  const guesses: Guess[] = [
    { field: 'reference', likely: looks.reference, why: 'its cells hold numbers or references' },
    { field: 'when', likely: looks.timing, why: 'its cells hold dates and frequencies' },
    { field: 'status', likely: looks.state, why: 'its cells hold words such as “complete” and “ongoing”' },
    { field: 'owner', likely: looks.owner * 0.95, why: 'its cells hold names, posts or teams' },
    { field: 'budget', likely: looks.money * 0.9, why: 'its cells hold costs' },
    {
      field: 'audience',
      likely: looks.audience * 0.7 * (1 - looks.long),
      why: 'its cells name groups of people',
    },
    { field: 'how', likely: looks.channel * 0.75, why: 'its cells name ways to communicate' },
    {
      field: 'what',
      likely: 0.5 + (longest ? 0.15 : 0) + looks.long * 0.3 - typed,
      why: 'its cells hold the longest texts',
    },
  ];
  return guesses.filter(guess => guess.likely >= (guess.field === 'what' ? 0.62 : 0.5));
}

import type { Field } from '../../../reading/reading.ts';

type Called = Pick<Record<Field, string>, 'reference' | 'what' | 'recommendation'> & { position: number };

/** What a line is about, for somebody who has not the plan before them: its words, after its reference. */
export function titleOfLine({ reference, what, recommendation, position }: Called): string {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const words = oneLine(what) || oneLine(recommendation);
  const called = oneLine(reference).slice(0, 60);
  const title = [called, words].filter(Boolean).join(': ') || `Line ${position}`;
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;
}

/** In characters: what a phone shows in four lines. */
const LONGEST = 200;

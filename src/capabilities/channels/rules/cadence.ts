import { findTimings, readTimings } from '../../../timing/read.ts';
import { inWords } from '../../../timing/words.ts';

const BRACKETS = /[([]([^)\]]*)[)\]]/g;
const LATEST = Temporal.PlainDate.from('2000-01-01'); // no day is told by it: only rhythms are looked for

/** How often a channel appears, where its words say so: "Members’ bulletin (weekly)", "monthly newsletter". */
export function cadenceIn(words: string): string {
  const facts = { today: LATEST };
  const inside = [...words.matchAll(BRACKETS)].flatMap(([, text = '']) => readTimings(text, facts));
  const own = inside.find(one => one.kind === 'recurring');
  if (own) return own.phrase;
  const rhythm = findTimings(words, facts).find(one => one.kind === 'recurring');
  return rhythm ? inWords(rhythm) : '';
}

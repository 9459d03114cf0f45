import type { SetOffBy } from '../promise.ts';

/** "when deliberate fires rise", "a fall in complaints": a number, whatever it counts. */
const MOVES =
  /\b(rise|fall|increase|decrease|drop)s?( (in|of|by|to|above|below|over|under)\b|$)|\bexceed|\bthreshold/i;

const SIGNS: [SetOffBy, RegExp][] = [
  ['figure', MOVES],
  ['incident', /\b(incident|emergenc|outbreak|crisis|attack|flood|fire|crime)/i],
  ['complaint', /\b(complain|grievance|enquir|inquir|request)/i],
  ['decision', /\b(decision|decid|approv|agreed|adopted|resolution|cabinet|committee|council|vote)/i],
  ['publication', /\b(publi(sh|cation)|report|release|launch|edition|issue\b|result|inspection)/i],
  ['figure', /\b(rise|fall|increase|decrease|rate|figure)/i],
];

/** What kind of thing most likely sets a promise off, by the words of the plan. */
export const setOffBy = (words: string): SetOffBy =>
  SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'other';

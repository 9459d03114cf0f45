import { folded } from '../text/plain.ts';
import { governing, isHeadNoun, unqualified } from './head-noun.ts';
import { PHRASES } from './phrases.ts';
import { askedBy } from './questions.ts';
import { SENSES, type Sense } from './senses.ts';

/** What a heading was taken to mean. `strength` is 1 for a heading known in full, less where only its end or start is. */
export type Match = { sense: Sense; strength: number; phrase: string };

/** Small words that headings have or lack without a change of meaning. */
const SMALL = new Set(['the', 'a', 'and', 'our', 'your', 'this', 'please', 'of']);

/** One word for all its forms: "Activities" is "activity", "Comms" and "Comm's" are "comm". */
function stem(word: string): string {
  const plainWord = word.includes("'") ? word.replace(/'s$/, '').replaceAll("'", '') : word;
  if (/^(comms?|coms|comunications?|communications)$/.test(plainWord))
    return plainWord.startsWith('commun') ? 'communication' : 'comm';
  if (plainWord.length > 4 && plainWord.endsWith('ies')) return `${plainWord.slice(0, -3)}y`;
  if (plainWord.length > 3 && plainWord !== 'news' && /[^siu]s$/.test(plainWord))
    return plainWord.slice(0, -1);
  return plainWord;
}

const words = (text: string): string[] =>
  folded(text)
    .replace(/\[[^\]]{1,4}\]/g, ' ') // the mark of a note
    .replace(/\be-mail/g, 'email')
    .replace(/(?<=[a-z])\/s\b/g, 's') // "Lead/s"
    .replace(/\binfo\b/g, 'information')
    .replace(/(?<=[a-z] ?)#/g, ' number ')
    .replace(/[^\p{L}\p{N}%£' ]+/gu, ' ')
    .split(' ')
    .filter(word => word && !SMALL.has(word))
    .map(stem);

/** Small words that say something only where they are the whole of a heading: "To" whom, "By" whom. */
const ALONE: Record<string, Sense> = { to: 'audience', by: 'owner' };

const key = (text: string): string => words(text).join(' ');

const KNOWN: Map<string, Sense> = new Map();
for (const sense of SENSES) {
  for (const phrase of PHRASES[sense].split('|')) {
    const normal = key(phrase);
    if (normal && !KNOWN.has(normal)) KNOWN.set(normal, sense);
  }
}

/** With which words known headings begin and end, so that cells which are none are soon told. */
const FIRST = new Set([...KNOWN.keys()].map(phrase => phrase.split(' ')[0]));
const LAST = new Set([...KNOWN.keys()].map(phrase => phrase.split(' ').at(-1)));

/** A heading that is asked in brackets or after a slash is plainer there: "Who (Task owner)". */
const VAGUE: readonly Sense[] = ['who', 'item', 'target', 'foreign', 'priority', 'detail', 'delivery'];
/** Beside another word in a list, these are the less telling one: "Target / KPI", "Reach / impact". */
const VAGUE_PHRASES = new Set(['target', 'reach', 'output', 'time', 'post', 'evidence']);
/** The strength of a heading of which only one of several listed parts is known. */
export const LISTED = 0.9;
/** The strength of a heading that is known by what it asks. */
const ASKED = 0.92;
/** The strength of a heading of which only what others qualify is known. */
const HEADED = 0.8;
const LONGEST_HEADING = 12;
/** Characters. No heading is longer, and a cell may hold a whole page. */
const LONGEST_PRINTED = 200;

/** Every cell of a long table is looked at as if it were a heading, and most say what another one said. */
const looked = new Map<string, Match | undefined>();
/** So many are known by heart before all are forgotten. */
const MOST_LOOKED = 4096;

/** The meaning of a heading as printed, or nothing. The exact wording wins over its parts, its end over its start. */
export function matchHeading(printed: string): Match | undefined {
  if (printed.length > LONGEST_PRINTED) return undefined;
  if (looked.has(printed)) return looked.get(printed);
  const match = lookAt(printed);
  if (looked.size >= MOST_LOOKED) looked.clear();
  looked.set(printed, match);
  return match;
}

function lookAt(printed: string): Match | undefined {
  if (/^\s*[#№]\s*$/.test(printed)) return { sense: 'reference', strength: 1, phrase: 'number' };
  const alone = ALONE[folded(printed).replace(/[\s:?.]+$/, '')];
  if (alone) return { sense: alone, strength: 1, phrase: folded(printed) };
  // cells of long tables come here too, nearly all of them without brackets
  const bracketless = !/[([]/.test(printed);
  const spoken = words(printed);
  const whole = known(spoken, 1);
  if (whole && bracketless) return whole;
  const outside = bracketless ? printed : outsideOf(printed);
  const all = bracketless ? spoken : words(outside);
  const bare = whole ?? known(all, 1);
  const bracketed = bracketless ? undefined : known(words(insideOf(printed)), 0.95);
  if (bare && !(VAGUE.includes(bare.sense) && bracketed)) return bare;
  if (bracketed) return bracketed;
  if (all.length === 0 || all.length > LONGEST_HEADING) return undefined;
  const dated = undated(outside);
  if (dated) return dated;
  const asked = askedBy(outside);
  if (asked) return { ...asked, strength: ASKED };
  return byHead(outside, all) ?? byParts(outside) ?? byEnd(all) ?? byStart(all);
}

/** Known without the words that qualify it, or by the noun that governs the rest. */
function byHead(text: string, all: string[]): Match | undefined {
  const rest = unqualified(all);
  const qualified = rest && known(rest, HEADED);
  if (qualified) return qualified;
  const head = words(governing(folded(text)) ?? '');
  if (!isHeadNoun(head.at(-1))) return undefined;
  return known(head, HEADED) ?? known(unqualified(head) ?? [], HEADED);
}

const insideOf = (printed: string) => /\(([^()]*(?:\([^()]*\))?[^()]*)\)/.exec(printed)?.[1] ?? '';
const outsideOf = (printed: string) =>
  printed.replace(/\(([^()]*(\([^()]*\))?[^()]*)\)/g, ' ').replace(/\[[^\]]*\]/g, ' ');

function known(spoken: string[], strength: number): Match | undefined {
  if (!FIRST.has(spoken[0])) return undefined;
  const phrase = spoken.join(' ');
  const sense = KNOWN.get(phrase);
  return sense && { sense, strength, phrase };
}

const DAY = String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:[ ’'-](?:20)?\d\d)?`;
const SPAN = String.raw`20\d\d(?:[/–-](?:20)?\d\d)?|q(?:uarter|tr)? ?[1-4]|[1-4](?:st|nd|rd|th) quarter|h[12]|(?:first|second|third|fourth) quarter|(?:half|mid|end)[- ](?:of[- ])?year|year[- ]end|spring|summer|autumn|winter|(?:\d{1,2}|three|six|nine|twelve|eighteen)[- ](?:months?|weeks?)`;
/** The day or the part of the year for which a column holds: "Update Q1", "Progress as at 31/03/25", "Budget 2025/26". */
const HOLDS_FOR = new RegExp(
  String.raw`(?:^|[\s(,:–-])(?:(?:as )?(?:at|of)|to|for|in|on|by|after|since)?\s*(?:(?:${DAY}|${SPAN})(?=$|[\s),:–-])[\s,:–-]*)+`,
  'g',
);
const DATED =
  /\d|quarter|year|month|week|spring|summer|autumn|winter|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
/** Of these the day is what the column says, and not when it was written. */
const OF_TIMES: readonly Sense[] = ['timing', 'start', 'raised', 'reference'];

function undated(printed: string): Match | undefined {
  const small = folded(printed);
  if (!DATED.test(small)) return undefined;
  const rest = small.replace(HOLDS_FOR, ' ');
  const match = rest === small ? undefined : known(words(rest), 0.95);
  return match && !OF_TIMES.includes(match.sense) ? match : undefined;
}

const BELONGS_TO: readonly Sense[] = ['subject', 'theme', 'support'];

function byParts(text: string): Match | undefined {
  const parts = text.split(/\/|&|,|;|\n| and | or | - | – /i);
  if (parts.length < 2) return undefined;
  const found = parts.map(part => known(words(part), LISTED)).filter(part => part !== undefined);
  const plain = found.filter(part => !VAGUE.includes(part.sense) && !VAGUE_PHRASES.has(part.phrase));
  // "Project / action" is what is done before it is what that belongs to
  return plain.find(part => !BELONGS_TO.includes(part.sense)) ?? plain[0] ?? found[0];
}

function byEnd(all: string[]): Match | undefined {
  if (!LAST.has(all.at(-1))) return undefined;
  for (let drop = 1; drop < all.length && drop <= 4; drop++) {
    const phrase = all.slice(drop).join(' ');
    const sense = KNOWN.get(phrase);
    if (sense) return { sense, strength: strengthOfEnd(all.length - drop, phrase), phrase };
  }
  return undefined;
}

const strengthOfEnd = (length: number, phrase: string) =>
  length > 1 ? 0.85 : isHeadNoun(phrase) ? 0.75 : 0.6;

function byStart(all: string[]): Match | undefined {
  if (!FIRST.has(all[0])) return undefined;
  for (let keep = all.length - 1; keep >= 1; keep--) {
    const phrase = all.slice(0, keep).join(' ');
    const sense = KNOWN.get(phrase);
    // "Numbers attending" are counted, and number no rows
    if (sense && phrase !== 'number') return { sense, strength: keep > 1 ? 0.75 : 0.5, phrase };
  }
  return undefined;
}

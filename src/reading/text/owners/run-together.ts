import { isHeaded, isInitials, isName, knownShort, postWord } from './words.ts';

/** Ends a title wherever it stands, and hardly ever begins or qualifies another one. */
const ENDS =
  /^(?:officers?|managers?|directors?|leaders?|editors?|clerks?|inspectors?|sergeants?|superintendents?|coordinators?|co-ordinators?|advis[eo]rs?|administrators?|engineers?|librarians?|planners?|analysts?|designers?|wardens?|rangers?|executives?|teams?|lead)$/i;
/** After "team" these go on with the same title: "Communications Team Support Officer". */
const GOES_ON =
  /^(?:support|business|project|admin\w*|development|lead|leader|manager|co-?ordinator|and|&|of|for|in|to|with|services?)$/i;
/** A title headed by what its holder is: "Head of Elections". */
const HEAD_BEGINS =
  /^(?:(?:assistant|deputy|interim|joint) )?(?:head|director|portfolio holder|cabinet member|leader) (?:of|for)\b/i;
const RANK = /^(?:senior|deputy|assistant|principal|lead|chief|interim|junior|corporate|strategic)$/i;
const PERSON_ENDS =
  /^(?:officer|manager|editor|clerk|coordinator|co-ordinator|advis[eo]r|administrator|inspector|sergeant)s?$/i;

type Word = { text: string; at: number };

/**
 * Where in a text a second title begins that no sign parts from the first: "Digital Manager Press Officer",
 * "Head of ElectionsPress Officer". Undefined where one title may go on. `later`: another title stood before the text.
 */
export function nextTitle(text: string, later: boolean): number | undefined {
  return byCase(text) ?? byWords(wordsOf(text), text, later);
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ text: word.replace(/[.,]$/, ''), at: index }));

/** A small letter runs into a capital, and both sides are titles; "McDonald" and "eNews" are no such place. */
function byCase(text: string): number | undefined {
  for (const { index } of text.matchAll(/\p{Ll}(?=\p{Lu})/gu)) {
    const before = text.slice(0, index + 1);
    const after = text.slice(index + 1);
    if (isTitle(before) && isTitle(after) && !/(?:^|\s)(?:Mc|Mac|e|i)$/.test(before)) return index + 1;
  }
  return undefined;
}

const isTitle = (text: string): boolean => {
  const bare = text.trim();
  return (
    bare.includes(' ') &&
    (postWord(bare) !== undefined || isName(bare) || /\b(?:team|services|office|unit)$/i.test(bare))
  );
};

function byWords(words: Word[], text: string, later: boolean): number | undefined {
  // "Comms Team SLT Faith Officers": the short form is a body between two others.
  if (later && words.length > 2 && knownShort(words[0]!.text) === 'team') return words[1]!.at;
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!;
    const before = words.slice(0, index);
    const after = words.slice(index);
    if (beginsAfter(before, after, text)) return word.at;
  }
  return headThenPost(words, text);
}

/** Whether a title ends with the words before, and another begins with those after. */
function beginsAfter(before: Word[], after: Word[], text: string): boolean {
  const last = before.at(-1)!.text;
  const first = after[0]!.text;
  const rest = text.slice(after[0]!.at);
  if (/^(?:of|for|and|&|the|to|in|with|or)$/i.test(last) || /[-–/,(:]$/.test(last) || !/^\p{Lu}/u.test(first))
    return false;
  const begun = text.slice(0, after[0]!.at).trim();
  if (HEAD_BEGINS.test(rest) && before.length > 1 && !RANK.test(last))
    return postWord(begun) !== undefined || /team|services$/i.test(begun);
  if (
    !ENDS.test(last) ||
    before.length < 2 ||
    GOES_ON.test(first) ||
    (RANK.test(before.at(-2)!.text) && last.toLowerCase() === 'executive')
  )
    return false;
  return isSecond(after, rest);
}

/** What follows must be a title of its own: two words or more that end as one does, or capitals alone. */
function isSecond(after: Word[], rest: string): boolean {
  const first = after[0]!.text;
  if (isInitials(first) || knownShort(first)) return true;
  if (after.length < 2) return false;
  return after.slice(1).some(({ text }) => ENDS.test(text) || /^services?$/i.test(text)) || isHeaded(rest);
}

/** "Head of Elections Press Officer": the second title is its last word with what qualifies it. */
function headThenPost(words: Word[], text: string): number | undefined {
  if (!HEAD_BEGINS.test(text.trim()) || !PERSON_ENDS.test(words.at(-1)?.text ?? '')) return undefined;
  let begins = words.length - 2;
  if (/^services?$/i.test(words[begins]?.text ?? '')) begins--;
  if (RANK.test(words[begins - 1]?.text ?? '')) begins--;
  const before = words[begins - 1]?.text ?? 'of';
  const small = /^(?:of|for|and|&|the|to|in)$/i;
  return begins >= 3 && !small.test(before) && !small.test(words[begins]!.text)
    ? words[begins]!.at
    : undefined;
}

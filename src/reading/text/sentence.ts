import { folded } from './plain.ts';

/** Words that no phrase ends with: a text that stops on one was cut off. */
const JOINING = new Set(
  'a an and any are as at be been being but by each either every for from has have if in including into is its no nor of on or other our per such that the their these this those through to towards upon via was were when where whether which who whose will with within without would your'.split(
    ' ',
  ),
);

/** "Invite residents to drop in", "Ask staff to log on": the last word belongs to the verb. */
const WITH_A_VERB =
  /\b(?:join|drop|log|sign|opt|call|come|phone|hand|tune|dial|fill|move|go|carry|get|look|pass|follow)(?:s|ing|ed|ged|ped|ned)? (?:in|on|through|over)$/;

/** Ends as only a text does that goes on elsewhere: on "and", "the", a comma, a slash, an open bracket. */
export function stopsShort(text: string): boolean {
  const end = folded(text).replace(/["')\]]+$/, '');
  if (!end) return false;
  if (/[,/&(+]$/.test(end) || /\w-$/.test(end)) return true;
  const bare = /([\p{L}']+)$/u.exec(end)?.[1];
  return bare !== undefined && JOINING.has(bare) && !WITH_A_VERB.test(end);
}

/** Ends as a sentence does. */
export const closes = (text: string): boolean => /[.!?:;]["')\]]*$/.test(folded(text));

/** Begins as only the rest of a sentence does: with a small letter, or with what joins. */
export function goesOn(text: string): boolean {
  const start = text.trim();
  if (/^[&,;:/)+]/.test(start)) return true;
  // A lettered list item, an e-mail address or a brand such as "eNews" begins small without going on.
  if (/^\(?[a-z][).]\s/.test(start) || /^(?:e-?[A-Z]|i[A-Z])/.test(start) || /^\S+@\S+|^www\./.test(start))
    return false;
  return /^["'(‘“]?\p{Ll}/u.test(start);
}

import { wordsIn } from './plain.ts';
import { isOrder } from './verbs.ts';

/** Words of posts, teams and bodies, as owner cells hold them. */
const POSTS = new Set(
  `officer officers manager managers head heads director directors lead leads leader team teams coordinator co-ordinator
  assistant adviser advisor inspector inspectors sergeant sergeants constable superintendent councillor councillors cllr cllrs
  chair chairs chairman clerk mayor editor executive chief deputy secretary administrator champion champions planner
  department departments directorate service services unit office committee board panel cabinet cex ceo slt smt cmt comms pr
  communications hr resources democratic all partners staff spokesperson commander supervisor librarian engineer
  registrar treasurer warden wardens ranger portfolio holder holders governors matron consultant nurse trustee`.split(
    /\s+/,
  ),
);

const INITIALS = /^[A-Z]{1,4}(?:\s?[/,&+]\s?[A-Z]{1,4})*\/?$/;
const NAME =
  /^(?:(?:mr|mrs|ms|miss|dr|cllr|councillor|sir|dame|rev|pc|ps|insp)\.?\s)?\p{Lu}[\p{L}'-]+(?:\s\p{Lu}\.?)?\s\p{Lu}[\p{L}'-]+$/iu;
const ONE_NAME = /^\p{Lu}[\p{Ll}'-]+\s\p{Lu}[\p{Ll}'-]+$/u;

/** How much a short text looks like who answers for something: 0 not at all, 1 plainly. */
export function ownerLikeness(text: string): number {
  const bare = text.trim().replace(/[.;]$/, '');
  const words = wordsIn(bare);
  if (words.length === 0 || words.length > 16 || isOrder(bare)) return 0;
  if (INITIALS.test(bare) && !/^(?:N\/A|TBC|TBA|RAG|Y|N|R|A|G|B)$/.test(bare)) return 0.8;
  const posts = words.filter(word => POSTS.has(word)).length;
  if (posts && words.length <= 6) return posts >= 2 || words.length <= 3 ? 1 : 0.8;
  if (posts >= 2) return 0.7;
  const parts = bare.split(/\s*(?:\/|,|;|&|\band\b|\n)\s*/).filter(Boolean);
  if (parts.length && parts.every(part => ONE_NAME.test(part) || NAME.test(part))) return 0.7;
  return 0;
}

/** A post ends with what its holder is: "Insight and Consultation Manager" is one, "Head of Press and Web Officer" two. */
const HOLDER =
  /\b(?:officers?|managers?|directors?|leads?|leaders?|editors?|clerk|mayor|inspectors?|sergeants?|constables?|superintendent|councillors?|cllrs?|chair|coordinators?|co-ordinators?|advis[eo]rs?|assistants?|secretary|administrators?|champions?|engineers?|librarians?|wardens?|rangers?|executive|cex|ceo|teams?|partners|staff|members|services?|department|unit|office|board|committee|panel|governors?|schools?)$/i;
const HEADED =
  /^(?:head|director|assistant director|chief|leader|mayor|chair|portfolio holder|cabinet member|executive member)\b.*\b(?:of|for)\b/i;

/** Whether a text could be an owner by itself, and not only half of the name of one. */
const standsAlone = (text: string): boolean =>
  HOLDER.test(text) ||
  HEADED.test(text) ||
  ONE_NAME.test(text) ||
  /^[A-Z]{2,5}$/.test(text) ||
  /^(?:the )?(?:comms|hr|pr|slt|cmt)$/i.test(text);

/**
 * The owners that a cell names, split at signs and line breaks, and at "and" or "&" only where both sides could stand
 * alone. A name and its post after a comma are one.
 */
export function ownersIn(text: string): string[] {
  const parts = text
    .split(/\s*(?:\/|;|\n|•)\s*/)
    .flatMap(byComma)
    .flatMap(byAnd);
  return parts.map(part => part.trim()).filter(part => wordsIn(part).length > 0);
}

function byComma(text: string): string[] {
  const parts = text.split(/\s*,\s*/).filter(Boolean);
  const namedPost = parts.length === 2 && ONE_NAME.test(parts[0] ?? '') && !ONE_NAME.test(parts[1] ?? '');
  return namedPost ? [text] : parts;
}

function byAnd(text: string): string[] {
  const joints = [...text.matchAll(/\s+(?:and|&)\s+(?:the\s+)?/gi)];
  for (const joint of joints) {
    const before = text.slice(0, joint.index);
    const after = text.slice(joint.index + joint[0].length);
    if (standsAlone(before) && standsAlone(after)) return [...byAnd(before), ...byAnd(after)];
  }
  return [text];
}

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

import { folded } from '../text/plain.ts';
import type { Sense } from './senses.ts';

/**
 * Headings that ask or tell in a body's own words. The word that asks and what it asks about say what is meant, however
 * the sentence goes. In this order, since "How will we know who heard?" is no question of who.
 */
const ASKED: [Sense, RegExp][] = [
  [
    'detail',
    /^what (?:do |does )?(?:they|people) (?:need|want|expect|care about|think)s?(?: from us)?$|^what (?:do |does )?(?:they|people) (?:want|expect|like)s? to (?:know|hear|see)$/,
  ],
  [
    'measure',
    /^how\b.*\b(?:know|measured?|judged?|evaluated?|assess(?:ed)?|tell (?:if|whether|that)|success(?:ful)?)\b/,
  ],
  ['timing', /^(?:by )?when\b|^how (?:often|frequently|regularly|soon|long)\b/],
  ['budget', /^how much\b|^what\b.*\b(?:costs?|budget|money|resources?)\b/],
  [
    'progress',
    /^how far\b|^how\b.*\b(?:going|doing|getting on|progressing|progressed)\b|^(?:where|how) (?:are|is|did|do) (?:we|it|things|they|this)\b.*\b(?:now|at|going|go|far|got|stand|doing|up to)\b|^(?:where|how) (?:are|is) (?:we|it|things|they|this)$|^where (?:we|it|things|this) (?:are|is|stands?|(?:have |has )?got to)\b/,
  ],
  [
    'progress',
    /^what\b.*\b(?:(?:has|have) (?:been )?(?:done|happened|changed)|(?:we|they) (?:have )?(?:did|done)|happened|so far)\b|^(?:what )?(?:we|they)(?:'ve| have)? (?:did|done)\b/,
  ],
  [
    'recommendation',
    /^(?:what )?(?:you|people|residents|tenants|customers|members|staff|they|the \w+)(?:'ve| have)? (?:said|told us|asked(?: for| us)?|recommended|suggested|want(?:ed)?)$/,
  ],
  [
    'owner',
    /^whose job\b|^who\b.*\b(?:responsible|leads?|leading|doing|deliver(?:s|ing)?|owns?|accountable|in charge|do(?:es)? (?:it|this|that|what))\b/,
  ],
  ['messenger', /^who\b.*\b(?:tells?|says?|speaks?|sends?|from)\b(?!.*\bto$)/],
  [
    'audience',
    /^who(?:m)?\b.*\b(?:for|to|reach|tell|need|hears?|affected|about|want|audience|talking|with)\b/,
  ],
  ['message', /^what\b.*\b(?:know|says?|message|tell|hear|heard|communicate)\b/],
  ['action', /^what (?:needs?|has|have|must|ought) (?:to )?(?:be )?(?:chang|improv|fix|happen|put right)/],
  ['outcome', /^what\b.*\b(?:success|difference|different|change|results?|achieve[ds]?|outcome|impact)\b/],
  ['purpose', /^why\b|^what\b.*\b(?:want (?:them|people|\w+) to|think|feel)\b/],
  [
    'channel',
    /\bways? (?:to|of|we) (?:\w+ )?(?:reach|tell|contact|engag|communicat|involv|talk|speak)\w*\b|^how\b.*\b(?:tell|told|hear|reach|communicate[ds]?|engaged?|contact(?:ed)?|shared?|involved?|consult(?:ed)?|get (?:it|this|the message) (?:out|across))\b/,
  ],
  [
    'action',
    /^(?:so )?(?:what )?(?:we|you|they)(?:'ll|'re| will| are) (?:be )?(?:going to |to )?(?:do|doing)?$/,
  ],
  [
    'action',
    /^(?:what )?we (?:promise|commit|pledge|aim|intend|plan|want|need|undertake)(?: (?:you|to(?: \w+)?))?$/,
  ],
  ['action', /^what\b.*\b(?:do|doing|deliver(?:ing|ed)?|happens?|happening|planned)\b/],
];

/** Cells of long tables come here too, and nearly all of them neither ask nor tell. */
const ASKS =
  /^(?:who|what|when|where|why|how|by when|so|we|you|they|people|residents|tenants|customers|members|staff|the)|\bways?\b/;

/** What a heading asks for. Headings that are known in full were known before. */
export function askedBy(printed: string): { sense: Sense; phrase: string } | undefined {
  const text = folded(printed)
    .replace(/[?.:!…]+\s*$/, '')
    .trim();
  if (!ASKS.test(text)) return undefined;
  const [sense] = ASKED.find(([, pattern]) => pattern.test(text)) ?? [];
  return sense && { sense, phrase: text };
}

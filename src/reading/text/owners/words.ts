/** What the holder of a post is called, at the end of its title. */
const HOLDER =
  /\b(?:officers?|managers?|directors?|leads?|leaders?|editors?|clerks?|mayors?|inspectors?|sergeants?|constables?|superintendents?|commanders?|councillors?|cllrs?|chair(?:s|man|woman|person)?|vice-chair|co-?ordinators?|advis[eo]rs?|assistants?|secretary|secretaries|administrators?|champions?|engineers?|librarians?|wardens?|rangers?|executives?|cex|ceo|planners?|analysts?|designers?|developers?|consultants?|trainers?|governors?|head ?teachers?|teachers?|nurses?|matrons?|registrars?|treasurers?|supervisors?|spokes(?:person|man|woman)|accountants?|solicitors?|surveyors?|architects?|technicians?|apprentices?|members?|holders?|deputy|trustees?|heads?|photographers?|writers?|ambassadors?|practitioners?|business partners?|representatives?|reps?|specialists?|owners?|volunteers?|workers?)$/i;

/** What a body of several people is called, at the end of its name. */
const BODY =
  /\b(?:teams?|services?|departments?|directorates?|divisions?|units?|offices?|boards?|committees?|panels?|groups?|partnerships?|networks?|forums?|councils?|authority|authorities|cabinet|executive board|staff|schools?|college|university|trusts?|police|nhs|agency|agencies|bureau|centre|centres|hub|desk|leadership|management|associations?|charity|charities|secretariat|partners|press|icb|ics|ccg|lep|slt|smt|cmt|comms|hr|pr|it|ict|pmo)$/i;

/** Words of departments: two of them with capitals are a department and not somebody's name. */
const SUBJECTS = new Set(
  `communication communications comms media press pr marketing digital web online design print brand engagement insight
  intelligence research consultation policy strategy strategic corporate legal democratic governance elections electoral
  finance financial resources human hr it ict technology customer customers care health public adult adults children
  children's young family families education learning development skills schools housing homes planning building
  environment environmental environments climate waste recycling parks green street streets highways roads transport
  traffic parking community communities neighbourhood neighbourhoods safer safety prevention partnership partnerships
  culture cultural leisure sport sports libraries library heritage museum events tourism business economic economy growth
  regeneration property estates assets procurement commissioning audit risk performance improvement transformation change
  operations operational support central services service management member members local area regional national internal
  external project programme programmes knowledge information data revenues benefits licensing regulatory trading
  resources administration business emergency resilience civil social work welfare equality diversity inclusion voluntary sector youth senior leadership
  ward duty faith chief executive's mayor's bereavement registration north south east west joint shared quality
  workforce organisational training facilities fleet fire rescue police county borough district parish town city`.split(
    /\s+/,
  ),
);

/** Abbreviations of posts and bodies that are so common that no key explains them. */
const KNOWN_SHORT: Record<string, 'post' | 'team'> = {
  CEX: 'post',
  CEO: 'post',
  CE: 'post',
  COO: 'post',
  CFO: 'post',
  CTO: 'post',
  MD: 'post',
  HOS: 'post',
  MP: 'post',
  MPS: 'post',
  SLT: 'team',
  SMT: 'team',
  CMT: 'team',
  ELT: 'team',
  CLT: 'team',
  HR: 'team',
  PR: 'team',
  IT: 'team',
  ICT: 'team',
  PMO: 'team',
  NHS: 'team',
  CCG: 'team',
  ICB: 'team',
  LGA: 'team',
};

const HEADED =
  /^(?:the |all |each |every )?(?:(?:assistant|deputy|interim|acting|joint|associate|executive|strategic|group|service) )?(?:heads?|directors?|chief|leader|mayor|chair|portfolio holders?|cabinet (?:member|lead)s?|executive member|lead member|member|managers?)\b(?:[^/]*? )?(?:of|for)\b/i;
/** "Lead Nurse Immunisation": a post whose own subject stands behind it. */
const RANKED =
  /^(?:lead|senior|deputy|assistant|chief|head|director|manager|principal|interim|acting|executive|officer|matron|nurse|consultant|clinical|medical|programme|project)\s/i;
const NAME_WORD = String.raw`(?:(?:Mc|Mac|O['’]|de |van |von )?\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)*)`;
const TITLE = String.raw`(?:[Mm](?:rs?|s|x|iss)|[Dd]r|[Cc](?:llrs?|ouncillors?)|CLLR|[Ss]ir|[Dd]ame|[Ll](?:or|a)d[y]?|[Rr]evd?|[Pp]rof|P[CS]|PCSO|D[CSI]|DCI|[Ss]gt|[Ii]nsp|[Ss]upt)\.?`;
const TITLED = new RegExp(
  String.raw`^(?:${TITLE}\s){1,2}(?:\p{Lu}\.?\s){0,2}${NAME_WORD}(?:\s${NAME_WORD}){0,2}$`,
  'u',
);
const FULL = new RegExp(String.raw`^${NAME_WORD}(?:\s\p{Lu}\.?){0,2}\s${NAME_WORD}(?:\s${NAME_WORD})?$`, 'u');
const SHORTENED = new RegExp(String.raw`^(?:\p{Lu}(?:\.\s?|\s)){1,2}${NAME_WORD}$`, 'u');

const lastWord = (text: string, pattern: RegExp): string | undefined =>
  pattern.exec(text.replace(/[.\s]+$/, ''))?.[0];

export const knownShort = (text: string): 'post' | 'team' | undefined =>
  Object.hasOwn(KNOWN_SHORT, text.toUpperCase()) && text === text.toUpperCase()
    ? KNOWN_SHORT[text.toUpperCase()]
    : undefined;

/** The word by which a text shows itself to be a post. */
export function postWord(text: string): string | undefined {
  const headed = HEADED.exec(text)?.[0];
  return headed ?? lastWord(text, HOLDER);
}

/** A word of a post in the middle: weaker than what a text ends with ("Press Officer x2"). */
export const innerPostWord = (text: string): string | undefined =>
  /\b(?:officer|manager|director|inspector|editor|councillor|co-?ordinator|nurse|matron|superintendent|sergeant|constable|champion|lead|chief)s?\b/i.exec(
    text,
  )?.[0];

/** The word at the end by which a text shows itself to be a team, a department or another body. */
export const lastBodyWord = (text: string): string | undefined => lastWord(text, BODY);

/** The same, or any word of what departments are about. */
export function bodyWord(text: string): string | undefined {
  const last = lastBodyWord(text);
  if (last) return last;
  return text
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .find(word => SUBJECTS.has(word));
}

export const isHeaded = (text: string): boolean => HEADED.test(text);

/** Initials as plans print them: capitals, up to four, also of several ("RTEs") and joined ("Q & P"). */
export const isInitials = (text: string): boolean =>
  /^(?:[A-Z]\.?){1,4}s?$/.test(text) ||
  /^[A-Z]{1,2}[a-z]?[A-Z]$/.test(text) ||
  /^(?:[A-Z]\s?&\s?[A-Z]{1,3}|[A-Z]{1,4}\s?&\s?[A-Z])$/.test(text);

const SURNAME_FIRST = new RegExp(
  String.raw`^(${NAME_WORD}(?:[ ]${NAME_WORD})?),\s+(${NAME_WORD}(?:\s\p{Lu}\.?)?|\p{Lu}\.?)$`,
  'u',
);

/** "Marsh, Jo" as exports print it: the name as it is said, if neither half names a post, a team or a department. */
export function turnedName(text: string): string | undefined {
  const [, last = '', first = ''] = SURNAME_FIRST.exec(text.trim()) ?? [];
  const half = (word: string) =>
    postWord(word) || bodyWord(word) || knownShort(word.toUpperCase()) || PLURAL.test(word);
  return last && !half(last) && !half(first) ? `${first} ${last}` : undefined;
}
/** "Parks, Libraries": several of something, unless it is one letter more than a name. */
const PLURAL = /(?:ies|[^s]ers|ors|ants|ents)$/;

/** Somebody's name, with a title or without, and no word of a post or a team in it. */
export function isName(text: string): boolean {
  if (TITLED.test(text)) return true;
  if (postWord(text) || bodyWord(text) || RANKED.test(text)) return false;
  return FULL.test(text) || SHORTENED.test(text);
}

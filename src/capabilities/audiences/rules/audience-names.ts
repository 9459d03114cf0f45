import { capitalised } from '../../../language/same-name.ts';
import { type NamesInCell, namesInCell } from '../../../prose/names/names-in-cell.ts';

/** Words for people and bodies that a name can end in. */
const HEADS = new Set(
  `residents citizens public community communities people person adults children women men girls boys teenagers youths
  pensioners families family parents carers guardians households householders homeowners tenants leaseholders landlords
  neighbours occupiers visitors tourists commuters drivers motorists cyclists pedestrians passengers travellers taxpayers
  ratepayers voters electors patients users customers clients claimants applicants learners students pupils governors
  teachers headteachers heads schools nurseries colleges universities settings libraries librarians
  staff employees workforce workers volunteers colleagues trainees apprentices teams team managers officers directors
  executives inspectors sergeants constables leaders chairs chairmen cabinet leadership
  councillors members mps mp msps mss politicians ministers candidates mayors mayor committee committees panel panels
  council councils boards board trustees
  businesses business firms companies employers retailers traders shopkeepers shops landowners developers investors
  farmers contractors suppliers providers operators agents
  partners partner stakeholders partnership partnerships agencies agency organisations bodies authorities charities
  associations societies clubs groups group forums forum networks unions union trusts trust churches parishes faiths sector
  services service police nhs fire ambulance hospitals hospital surgeries gps practices pharmacies pharmacists doctors
  nurses clinicians practitioners professionals specialists
  media press journalists editors reporters broadcasters bloggers influencers
  victims witnesses offenders
  wards areas neighbourhoods villages towns estates`.split(/\s+/),
);

/** Bodies of people: what stands before them may be a list of whose they are. */
const BODIES =
  /\b(?:associations?|groups?|forums?|panels?|boards?|committees?|networks?|teams?|services?|sector|partnerships?|clubs?|representatives|leaders|organisations|unions?|meetings?)$/i;

/** One audience each, whatever commas and "and" they hold. */
const WHOLE = new RegExp(
  [
    'children(?:,? young people)?,? (?:and|&) (?:young people|families|adults)',
    'children,? young people,? (?:and|&) families',
    'young people (?:and|&) children',
    'parents?(?:,| (?:and|&|or)|/) ?(?:carers?|guardians?)',
    'families (?:and|&) carers',
    'friends (?:and|&) famil(?:y|ies)',
    'women (?:and|&) girls|men (?:and|&) boys',
    'gyps(?:y|ies)(?:, | (?:and|&) )(?:roma,? (?:and|&) )?travellers?',
    'black,? asian,? (?:and|&) (?:other )?minority ethnic',
    'black (?:and|&) (?:other )?minority ethnic',
    'lesbian, gay(?:,? (?:and|&)|,) bisexual(?:,? (?:and|&) trans(?:gender)?)?',
    'refugees (?:and|&) asylum seekers|asylum seekers (?:and|&) refugees',
    'voluntary(?:,| (?:and|&)) community(?:,? (?:and|&) (?:faith|social enterprise))?',
    'town (?:and|&) parish|parish (?:and|&) town|district (?:and|&) county|county (?:and|&) district',
    'health (?:and|&) (?:well-?being|social care|care)',
    'fire (?:and|&) rescue',
    'police (?:and|&) crime',
    'overview (?:and|&) scrutiny',
    'small (?:and|&) medium(?:-sized)?',
  ].join('|'),
  'gi',
);

const NO_NAME =
  /^(?:all|any|both|everyone|everybody|various|several|others?|wide|general|internal|external|as (?:above|before|below|appropriate|required|needed)|see (?:above|below)|ditto|same|as \d.*)$/i;
const BEFORE_DESCRIPTION = /\s(?:of|in|within|with|at|for|from|near|living|affected|who|aged|across|on)\s/i;
const ACRONYM = /^\p{Lu}[\p{Lu}\d&]{1,6}s?$/u;
const MOST_WORDS = 7;

const lastWord = (words: string) => /[\p{L}’']+$/u.exec(words)?.[0] ?? '';
const isHead = (word: string) => HEADS.has(word.toLowerCase().replace(/[’'].*$/, ''));

/** Whether words name somebody by themselves: "ward councillors", "NHS"; last of a list also "residents of Mill End". */
function alone(words: string, last: boolean): boolean {
  if (ACRONYM.test(words) || isHead(lastWord(words))) return true;
  return last && isHead(lastWord(words.split(BEFORE_DESCRIPTION)[0] ?? ''));
}

/** "Residents' and tenants' associations" is one; "residents and community groups" are two. */
function belongs(before: string, after: string): boolean {
  if (/[’']$/.test(before)) return true;
  const words = after.split(/\s+/);
  return words.length === 2 && BODIES.test(after) && /s[’']?$/i.test(words[0]!) && isHead(words[0]!);
}

const fit = (words: string): boolean => words.split(/\s+/).length <= MOST_WORDS && !NO_NAME.test(words);

/** Whom the audience cell of a line names. `known`: whether a key is the name of an audience of the register. */
export function audiencesIn(cell: string, known: (key: string) => boolean): NamesInCell {
  const { names, unknown } = namesInCell(cell, { known, alone, belongs, whole: WHOLE, fit });
  return { names: names.map(one => ({ ...one, name: capitalised(one.name) })), unknown };
}

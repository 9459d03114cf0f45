import { askedBy } from './instruction.ts';
import { nextTitle } from './run-together.ts';
import { bodyWord, isHeaded, isInitials, isName, knownShort, postWord, turnedName } from './words.ts';

/**
 * A cell cut into the texts that each name one owner. Joined again they are the cell, letter by letter: what parts or
 * joins two of them ("/", "and", "supported by") stands at the head of the later one.
 */
export function piecesOf(cell: string): string[] {
  if (cell.length > LONGEST) return [cell];
  const pieces = everywhere(cell, [bySigns, byLabels, byJoints, byCommas, byInstruction, byTitles, byAnd]);
  return withoutEmpty(pieces);
}

/** Characters. A longer cell is prose, and whom prose names is not told by signs. */
const LONGEST = 600;

/** What joins or parts, at the head of a piece. */
export const JOINED =
  /^(?:[\s/;,|•·+&–-]|\(?\d{1,2}[.)]\s|(?:and|or)(?:\/or)?\b|plus\b)+(?:the\s+)?|^the\s+(?=\p{Lu}|\w+ )/iu;

/** That which names the owner, without what joins it to the one before. */
export const bareOf = (piece: string): string => piece.replace(JOINED, '').trim();

type Cut = (text: string) => number[];

/** Applies each way to cut to what the ways before it left whole. An instruction is one text, whoever it names. */
function everywhere(cell: string, cuts: Cut[]): string[] {
  return cuts.reduce<string[]>(
    (pieces, cut) =>
      pieces.flatMap(piece => (askedBy(bareOf(piece)) === undefined ? cutAt(piece, cut(piece)) : [piece])),
    [cell],
  );
}

function cutAt(text: string, places: number[]): string[] {
  const all = [0, ...places.filter(place => place > 0 && place < text.length), text.length];
  return all.slice(1).map((end, index) => text.slice(all[index], end));
}

/** Whether a text could be an owner by itself, and not only half of the name of one. */
function standsAlone(text: string): boolean {
  const bare = text
    .replace(JOINED, '')
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/\s*[-–]\s*(?:lead|support)$/i, '')
    .trim();
  if (isName(bare) || isInitials(bare) || knownShort(bare) || isHeaded(bare)) return true;
  if (/^(?:\w+ )?partners$/i.test(bare)) return true;
  const words = bare.split(/\s+/).length;
  const body = bodyWord(bare);
  // "Learning" is half of "Learning and Development"; "Learning Team" stands alone, and so do the few short forms.
  return (
    postWord(bare) !== undefined ||
    /^(?:the )?(?:comms|hr|pr|slt|cmt)$/i.test(bare) ||
    (body !== undefined &&
      words > 1 &&
      bare.toLowerCase().endsWith(body.toLowerCase()) &&
      ENDS_A_BODY.test(bare))
  );
}

const ENDS_A_BODY =
  /\b(?:teams?|services?|departments?|directorates?|units?|offices?|boards?|committees?|panels?|groups?|staff|schools?|forums?|councils?)$/i;

/** Signs and line breaks; not inside "n/a", nor where a title runs on into the next line. */
const bySigns: Cut = text =>
  [...text.matchAll(/[;|•·]|\n|\/|\s\+\s/g)].flatMap(({ 0: sign, index }) => {
    const before = text.slice(0, index);
    const after = text.slice(index + 1);
    if (sign === '/' && /\b(?:n|c|w|and)$/i.test(before) && /^(?:a|o|c|or|e)\b/i.test(after)) return [];
    if (DAY_FIRST.test(after) || (sign === '/' && /\d$/.test(before) && /^\d/.test(after))) return [];
    if (sign === '\n' && runsOn(before.split(/[\n;]/).at(-1) ?? '', after)) return [];
    return insideBrackets(before) ? [] : [index];
  });

/** A day or another time behind an owner, as where one column asks for both, names nobody. */
export const DAY_FIRST =
  /^[\s,;:|/(–-]*(?:by |from |in |end (?:of )?)?(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:[ '’-](?:20)?\d\d)?|(?:spring|summer|autumn|winter)(?: 20\d\d)?|q[1-4](?: 20\d\d(?:\/\d\d)?)?|20\d\d(?:[/–-](?:20)?\d\d)?|immediate(?:ly)?|ongoing|on-going|monthly|quarterly|weekly|annual(?:ly)?)\)?[.\s]*(?=$|[\n;|])/i;

const runsOn = (before: string, after: string): boolean =>
  /(?:\b(?:of|for|and|the|with|by|to)|[,&-])\s*$/i.test(before) ||
  (/^\s*\p{Ll}/u.test(after) && !standsAlone(before));

const insideBrackets = (before: string): boolean =>
  (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0);

/** "Lead: Jo Marsh Support: Sam Birch": a label for the next of them. */
const byLabels: Cut = text =>
  [
    ...text.matchAll(
      /\s+(?=(?:lead(?: officer| member)?|support(?: officers?)?|contributors?|others?|cc)\s*:\s)/gi,
    ),
  ].map(({ index }) => index);

/** Words that say that who follows has another part. */
const byJoints: Cut = text =>
  [
    ...text.matchAll(
      /\b(?:(?:with )?(?:the )?(?:support|help|input|assistance) (?:from|of|by)|supported by|assisted by|in (?:partnership|consultation|liaison|conjunction|collaboration) with|together with|along with|alongside|copied to|copy to|cc|with)\b[:.]?\s/gi,
    ),
  ].flatMap(({ index }) => {
    const before = text.slice(0, index);
    return before.trim() && !insideBrackets(before) && standsAlone(before) ? [index] : [];
  });

/** A name and its post after a comma are one owner, and so are a surname and the first name behind it. */
const byCommas: Cut = text => {
  if (turnedName(bareOf(text).replace(/\s*\([^()]*\)\s*$/, ''))) return [];
  const commas = [...text.matchAll(/,/g)]
    .map(({ index }) => index)
    .filter(at => !insideBrackets(text.slice(0, at)));
  return commas.filter((at, number) => {
    const before = text.slice(number === 0 ? 0 : commas[number - 1]! + 1, at).trim();
    const after = text
      .slice(at + 1, commas[number + 1])
      .replace(/\([^()]*\)/g, ' ')
      .trim();
    if (DAY_FIRST.test(after)) return false;
    if (isName(bareOf(before)) && postWord(after) !== undefined && !isName(after)) return false;
    return /[\p{L}\p{N}]/u.test(after);
  });
};

/** "and" and "&" part two owners only where both sides could stand alone; where a title begins behind one, there first. */
const byAnd: Cut = text => {
  if (isInitials(bareOf(text))) return [];
  const joints = [...text.matchAll(/\s+(?:and(?:\/or)?|&|or)\s+(?:the\s+)?/gi)];
  const cuts = joints.filter(({ 0: joint, index }, number) => {
    const from = Math.max(0, ...joints.slice(0, number).map(one => one.index + one[0].length));
    const before = text.slice(0, index);
    const after = text.slice(index + joint.length, joints[number + 1]?.index);
    const rest = text.slice(index + joint.length);
    if (insideBrackets(before) || !standsAlone(before)) return false;
    if (isHeaded(rest)) return true;
    // "Comms & Marketing Team" is one team.
    if (joint.includes('&') && /^(?:comms|hr|pr|it)$/i.test(bareOf(before)) && /\bteam$/i.test(rest))
      return false;
    // "Head of HR & OD" has both for its subject.
    if (
      joint.includes('&') &&
      isHeaded(bareOf(before)) &&
      /\bof [A-Z]{2,4}$/.test(before) &&
      isInitials(rest)
    )
      return false;
    if (isHeaded(bareOf(before)) && (ENDS_A_BODY.test(rest) || !standsAlone(rest))) return false;
    return standsAlone(rest) && (standsAlone(after) || standsAlone(text.slice(from, index)));
  });
  return cuts.map(({ index }) => index);
};

/** "Jo Marsh to liaise with Sam Birch": an owner, and what the owner is to do. */
const byInstruction: Cut = text => {
  const found = /\s+to (?=(?:liaise|talk|speak|check|confirm|discuss|agree|work|consult|ask|write) )/i.exec(
    text,
  );
  return found && standsAlone(text.slice(0, found.index)) ? [found.index] : [];
};

/** Titles that were printed one behind the other, with a blank between or with none. */
const byTitles: Cut = text => {
  const places: number[] = [];
  for (let at = nextTitle(text, false); at !== undefined; ) {
    places.push(at);
    const next = nextTitle(text.slice(at), true);
    at = next === undefined ? undefined : at + next;
  }
  return places;
};

/** A piece without letters goes with the one before it, so that nothing is lost. */
function withoutEmpty(pieces: string[]): string[] {
  const kept: string[] = [];
  for (const piece of pieces) {
    const named = /[\p{L}\p{N}?]/u.test(piece.replace(JOINED, ''));
    if (named || !kept.length) kept.push(piece);
    else kept.push((kept.pop() ?? '') + piece);
  }
  return kept.length > 1 && !/[\p{L}\p{N}?]/u.test(kept[0]!.replace(JOINED, ''))
    ? [kept[0]! + kept[1]!, ...kept.slice(2)]
    : kept;
}

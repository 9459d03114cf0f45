import { askedBy } from './instruction.ts';
import type { InitialsKey } from './key.ts';
import type { Owner, OwnerKind } from './owner.ts';
import { bareOf, DAY_FIRST, piecesOf } from './pieces.ts';
import {
  bodyWord,
  innerPostWord,
  isInitials,
  isName,
  knownShort,
  lastBodyWord,
  postWord,
  turnedName,
} from './words.ts';

const NO_KEY: InitialsKey = new Map();

const EVERYONE =
  /^(?:all|every ?one|every ?body|whole team|each of us)(?:(?: of)?(?: the| our)? (?:us|members|staff|officers|colleagues|employees|partners|parties|teams?|departments|directorates|services|councillors|cllrs|team members|board members|panel members|committee members|group members|organisations|agencies|managers|wards|schools|volunteers|stakeholders|concerned|involved))?(?: (?:to|are to) \w+.*)?$/i;
const NOBODY =
  /^(?:t\.?b\.?[cad]\.?|vacant|vacancy|n\/?a|none|nobody|no-? ?one|unallocated|unassigned|unknown|various|not (?:yet )?(?:allocated|assigned|known|agreed|confirmed|appointed)|to be (?:confirmed|agreed|decided|appointed|assigned|identified|determined|advised|allocated|recruited)|(?:new )?post vacant|\?+)\b|^\?+$/i;

const PARTS: [NonNullable<Owner['part']>, RegExp][] = [
  [
    'leads',
    /^(?:lead(?: (?:officer|member|councillor|person))?|led by|owner|responsible(?: officer)?|accountable|overall)\s*[:–-]\s*|^led by\s+/i,
  ],
  [
    'supports',
    /^(?:support(?:ed|ing)?(?: officers?| by| from)?|contributors?|helped by|others?)\s*[:–-]\s*|^(?:(?:with )?(?:the )?(?:support|help|input|assistance) (?:from|of|by)|supported by|assisted by|in (?:partnership|consultation|liaison|conjunction|collaboration) with|together with|along with|alongside|with)\s+/i,
  ],
  ['copied', /^(?:cc|copied to|copy to|inform(?:ed)?)\b[:.]?\s*/i],
];
const PART_BEHIND: [NonNullable<Owner['part']>, RegExp][] = [
  [
    'leads',
    /\s*(?:\(\s*(?:overall )?lead(?:s|ing|er)?(?: officer| member)?\s*\)|[-–]\s*lead|\bto lead(?: on this)?)\s*\.?$/i,
  ],
  [
    'supports',
    /\s*(?:\(\s*support(?:s|ing)?\s*\)|[-–]\s*support|\bto (?:support|assist|help)|\bin support)\s*\.?$/i,
  ],
  ['copied', /\s*\(\s*(?:cc|for information|fyi|copy)\s*\)\s*\.?$/i],
];

/**
 * Whom an owner cell names, in its order, each with the rule that says what it is. `key` explains initials. The part
 * "supports" or "copied" goes on to those who follow in the same list.
 */
export function readOwners(cell: string, key: InitialsKey = NO_KEY): Owner[] {
  if (!/[\p{L}\p{N}?]/u.test(cell)) return [];
  const pieces = piecesOf(cell);
  const own = new Map([...key, ...keyOfCell(pieces)]);
  let goesOn: Owner['part'];
  return pieces.map(piece => {
    const owner = readOwner(piece, own);
    if (/^[\s]*[;\n•]/.test(piece)) goesOn = undefined;
    const part = owner.part ?? (owner.kind === 'instruction' ? undefined : goesOn);
    if (owner.part && owner.part !== 'leads') goesOn = owner.part;
    return part ? { ...owner, part } : owner;
  });
}

/** "Katherine Bell (KB)" explains the initials that stand later in the same cell. */
function keyOfCell(pieces: string[]): [string, string][] {
  return pieces.flatMap(piece => {
    const [, name = '', short = ''] = /^(.*?)\s*\(([A-Z]{2,4})\)\s*$/s.exec(bareOf(piece)) ?? [];
    return name && isName(name) ? [[short, name] as [string, string]] : [];
  });
}

function readOwner(piece: string, key: InitialsKey): Owner {
  const text = piece.trim();
  const { bare, part } = partOf(bareOf(piece));
  const { name, note } = bracketed(bare);
  const withPart = (owner: Omit<Owner, 'text'>): Owner => ({
    ...owner,
    ...(part ? { part } : {}),
    ...(note !== undefined &&
    owner.note === undefined &&
    owner.post === undefined &&
    owner.standsFor === undefined
      ? { note }
      : {}),
    text,
  });
  const asked = askedBy(bare);
  return withPart(asked === undefined ? named(name, note, key) : instruction(bare, asked));
}

function instruction(name: string, ask: string): Omit<Owner, 'text'> {
  const why = ask
    ? `it says whom to ask, and not who answers for it`
    : 'it tells somebody to do something, and names nobody';
  return { kind: 'instruction', name, ...(ask ? { ask } : {}), why };
}

function partOf(text: string): { bare: string; part?: Owner['part'] } {
  for (const [part, pattern] of PARTS) {
    const label = pattern.exec(text)?.[0];
    if (label !== undefined && label.length < text.length)
      return { bare: bareOf(text.slice(label.length)), part };
  }
  for (const [part, pattern] of PART_BEHIND) {
    const found = pattern.exec(text);
    if (found && found.index > 0) return { bare: text.slice(0, found.index).trim(), part };
  }
  return { bare: text };
}

/** A telephone number or an address behind a name. */
const REACHED = /^(\S.*?)[\s,:–-]+((?:tel\.?|ext(?:n|ension)?\.?|x)?\s?\+?\d[\d\s()-]{2,}|\S+@\S+)\s*$/is;

function bracketed(text: string): { name: string; note?: string } {
  const dated = [...text.matchAll(/[\n;|,/(–-]|\s(?=(?:by|from)\s|\d)/g)].find(
    ({ index }) => index > 0 && DAY_FIRST.test(text.slice(index)),
  );
  if (dated)
    return {
      name: text.slice(0, dated.index).trim(),
      note: text.slice(dated.index).replace(/^[\s,;|/(–-]+|[)\s]+$/g, ''),
    };
  const [, called = '', reached = ''] = REACHED.exec(text) ?? [];
  if (called && reached) return { name: called, note: reached };
  const [, name = '', note = ''] = /^(.*?)\s*\(([^()]*)\)?[.\s]*$/s.exec(text) ?? [];
  return name && note ? { name, note: note.trim() } : { name: text.replace(/[.,:;/&\s]+$/, '') || text };
}

function named(name: string, note: string | undefined, key: InitialsKey): Omit<Owner, 'text'> {
  const of = (kind: OwnerKind, why: string, rest: Partial<Owner> = {}) => ({ kind, name, ...rest, why });
  if (EVERYONE.test(name))
    return of('everyone', `“${name}” names everyone, and so nobody who answers for it`);
  if (NOBODY.test(name)) return of('nobody', `“${name}” names nobody yet`);
  const standsFor = key.get(name);
  if (standsFor) return of('initials', 'the document’s own key says what they stand for', { standsFor });
  const known = knownShort(name);
  if (known) return of(known, `“${name}” is a common short form for a ${known}`);
  const person = personOf(name, note);
  if (person) return { ...person, why: person.why };
  if (isInitials(name))
    return of('initials', 'capital letters alone; no key in the document says what they stand for');
  const post = postWord(name);
  if (post) return of('post', `“${post.toLowerCase()}” names a post`);
  const inner = lastBodyWord(name) ? undefined : innerPostWord(name);
  if (inner) return of('post', `“${inner.toLowerCase()}” names a post`);
  const body = bodyWord(name);
  if (body) return of('team', `“${body.toLowerCase()}” names a team, a department or another body`);
  return of('unclear', 'no rule says whether this is a person, a post or a team');
}

/** A name, alone, with a post behind it, or with a post or initials in brackets. */
function personOf(name: string, note: string | undefined): Omit<Owner, 'text'> | undefined {
  const why = 'it is written as a name is, with no word for a post or a team in it';
  const noted = note !== undefined && postWord(note) ? { post: note } : {};
  if (isName(name)) return { kind: 'person', name, ...noted, why };
  const turned = turnedName(name);
  if (turned)
    return { kind: 'person', name: turned, ...noted, why: 'a surname, with a first name behind the comma' };
  if (note !== undefined && isName(note) && postWord(name))
    return { kind: 'person', name: note, post: name, why: 'a post, with a name behind it' };
  const [, before = '', last = ''] = /^(.+?)\s*(?::|\s[–-])\s+(.+)$/s.exec(name) ?? [];
  if (last && isName(last) && (postWord(before) || bodyWord(before)))
    return { kind: 'person', name: last, post: before, why: 'a name, with a post or a team before it' };
  const [, first = '', post = ''] = /^([^,–-]+?)\s*(?:,|\s[–-])\s*(.+)$/s.exec(name) ?? [];
  if (first && isName(first) && (postWord(post) || bodyWord(post)))
    return { kind: 'person', name: first, post: post.trim(), why: 'a name, with a post behind it' };
  return undefined;
}

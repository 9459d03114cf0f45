import type { Member } from '../comment.ts';

/** `unknown`: names behind an @ that nobody has, as they were typed. */
export type Mentioned = { members: Member[]; unknown: string[] };

/**
 * Whom a comment names: "@" and a person's whole name or email address, in any capitals. Of two names that begin alike
 * the longer one is meant; of two people with one name both are. An email address in the text mentions nobody.
 */
export function mentioned(body: string, members: Member[]): Mentioned {
  const found = new Map<string, Member>();
  const unknown: string[] = [];
  for (const { index } of body.matchAll(AT)) {
    const rest = body.slice(index + 1);
    const named = calledAtStart(rest, members);
    for (const member of named) found.set(member.id, member);
    const word = /^[\p{L}\p{N}][^\s,;:!?()]*/u.exec(rest)?.[0];
    if (!named.length && word) unknown.push(word.replace(/\.+$/, ''));
  }
  return { members: [...found.values()], unknown: [...new Set(unknown)] };
}

/** Not inside a word: "ada@ashmere.example" is an address. */
const AT = /(?<![\p{L}\p{N}.])@/gu;

/** Those whose name, or else address, the text begins with, the longest that fits. */
function calledAtStart(text: string, members: Member[]): Member[] {
  const fitting = members.flatMap(member =>
    [member.name, member.email]
      .filter(called => beginsWith(text, called))
      .map(called => ({ member, length: called.length })),
  );
  const longest = Math.max(0, ...fitting.map(({ length }) => length));
  return fitting.filter(({ length }) => length === longest).map(({ member }) => member);
}

function beginsWith(text: string, called: string): boolean {
  const words = text.slice(0, called.length + 20).replace(/\s+/g, ' ');
  return same(words.slice(0, called.length), called) && !/^[\p{L}\p{N}]/u.test(words.slice(called.length));
}

const same = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en-GB', { sensitivity: 'accent' }) === 0;

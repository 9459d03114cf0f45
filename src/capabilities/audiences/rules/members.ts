import type { Draw, DrawnCounts, DrawnRow } from '../../organisations/index.ts';

/** Somebody to write to: one person at one address, with all roles for which they are a member. */
export type Member = {
  name: string;
  address: string;
  language: string;
  roles: { role: string; of: string }[];
};

/** The people to write to, each once however many roles they hold; those without an address are left out. */
export function membersAmong(rows: DrawnRow[]): Member[] {
  const members = new Map<string, Member>();
  for (const { name, address, language, role, placeName } of rows) {
    if (!name || !address) continue;
    const key = `${address.toLowerCase()}\n${name.toLowerCase()}`;
    const member = members.get(key) ?? { name, address, language: language ?? 'en', roles: [] };
    members.set(key, member);
    const of = { role: role ?? '', of: placeName };
    if (!member.roles.some(one => one.role === of.role && one.of === of.of)) member.roles.push(of);
  }
  return [...members.values()];
}

/** The words of one kind in numbers: "48 boards". */
export type KindWords = { one: (kind: string) => string; many: (kind: string) => string };

/** "48 boards with 48 chairs; 3 without a chair; 2 without an address". */
export function countWords(counts: DrawnCounts, draws: Pick<Draw, 'role'>[], kinds: KindWords): string {
  const kind = counts.kind ?? (counts.of === 'areas' ? 'area' : 'body');
  const roles = [...new Set(draws.map(({ role }) => role.toLowerCase()))];
  const role = roles.length === 1 && roles[0] ? draws[0]!.role : 'role holder';
  const number = (many: number, word: string) =>
    `${many.toLocaleString('en-GB')} ${many === 1 ? kinds.one(word) : kinds.many(word)}`;
  const nobody =
    role === 'role holder' ? 'anybody who holds a role' : `${AN.test(role) ? 'an' : 'a'} ${role}`;
  return [
    `${number(counts.places, kind)} with ${number(counts.holders, role)}`,
    ...(counts.without ? [`${counts.without.toLocaleString('en-GB')} without ${nobody}`] : []),
    ...(counts.unreached ? [`${counts.unreached.toLocaleString('en-GB')} without an address`] : []),
  ].join('; ');
}

/** "An officer", and "an MP", whose letters are said one by one. */
const AN = /^(?:[aeiouAEIOU]|[FHLMNRSX][A-Z])/;

/** A draw as a sentence: "All boards with “Safer Neighbourhood” in their name, in Ashmere: each chair". */
export function drawWords(
  draw: Draw,
  names: { within: string | null; one: string | null },
  kinds: KindWords,
): string {
  const whose = draw.role ? `each ${draw.role}` : 'everybody who holds a role';
  if (draw.one) return `${names.one ?? 'One that is not there any more'}: ${whose}`;
  const what = draw.kind ? kinds.many(draw.kind) : draw.of;
  const named = draw.named ? ` with “${draw.named}” in their name` : '';
  const where = draw.within ? `, in ${names.within ?? 'an area that is not there any more'}` : '';
  return `All ${what}${named}${where}: ${whose}`;
}

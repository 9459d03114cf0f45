import { z } from 'zod';
import { versionOrNone } from '../../http/version-field.ts';
import type { SignedInVisit, Visit } from '../../http/visit.ts';
import type { EntriesAsked } from '../queries.ts';
import { addressOf, type Entry, type Register } from '../register.ts';

const identifier = z.uuid().toLowerCase();

/** The entry that an address names; a malformed name is as unknown as a wrong one. */
export const entryIdOf = (visit: Visit): string | undefined => identifier.safeParse(visit.params.entry).data;

export const identifierIn = (value: unknown): string | undefined => identifier.safeParse(value).data;

/** Which version of the entry was in the form; where that cannot be told, none that still stands. */
export const versionIn = (form: Record<string, unknown>): number => versionOrNone.parse(form.version);

export const trailOf = (register: Register, ...steps: { text: string; href?: string }[]) => [
  { text: 'Plans', href: '/plans' },
  { text: register.title, href: addressOf(register) },
  ...steps,
];

export const stepOf = (register: Register, entry: Entry) => ({
  text: register.titleOf(entry),
  href: addressOf(register, entry.id),
});

const MOST_PAGES = 10_000;

export function readAsked(register: Register, query: SignedInVisit['query']): EntriesAsked {
  const said = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 200) : '';
  };
  const gap = register.gaps.find(one => one.name === said('only'))?.name;
  return {
    ...(said('q') && { words: said('q') }),
    ...(gap && { gap }),
    ...(register.facet && said('in') && { facet: said('in') }),
    order: said('sort') === 'lines' ? 'lines' : 'name',
    ended: said('ended') === 'yes',
    page: Math.min(Math.max(1, Math.trunc(Number(said('page'))) || 1), MOST_PAGES),
  };
}

export function listAddress(register: Register, asked: Partial<EntriesAsked>): string {
  const said = {
    q: asked.words ?? '',
    only: asked.gap ?? '',
    in: asked.facet ?? '',
    sort: asked.order === 'lines' ? 'lines' : '',
    ended: asked.ended ? 'yes' : '',
    page: asked.page && asked.page > 1 ? String(asked.page) : '',
  };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value));
  return query.size ? `${addressOf(register)}?${query}` : addressOf(register);
}

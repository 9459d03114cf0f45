import type { Held } from '../keeps-people.ts';

/** Decided of everything that somebody has: what is said of a kind, or of one thing, goes before it. */
export const EVERYTHING = 'everything';

/**
 * Who takes what, as a form says it: the rest of a kind (`thing` null), or one thing by itself. `text`: null where it is
 * said that nobody takes it yet.
 */
export type Wanted = { kind: string; thing: string | null; text: string | null; field: string };

export const allField = (kind: string): string => `all-${kind}`;
export const noneField = (kind: string): string => `none-${kind}`;
export const oneField = (kind: string, thing: string): string => `one-${kind}-${thing}`;

/** What was said in the fields of what somebody has; an empty field says nothing. */
export function wantedOf(
  held: readonly Pick<Held, 'kind' | 'things'>[],
  form: Record<string, unknown>,
): Wanted[] {
  const typed = (field: string) => {
    const value = form[field];
    return typeof value === 'string'
      ? value.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, 254)
      : '';
  };
  const said = (kind: string, thing: string | null, field: string): Wanted[] =>
    typed(field) ? [{ kind, thing, text: typed(field), field }] : [];
  const ofKind = ({ kind, things }: Pick<Held, 'kind' | 'things'>): Wanted[] => [
    ...said(kind, null, allField(kind)),
    ...(typed(noneField(kind)) ? [{ kind, thing: null, text: null, field: noneField(kind) }] : []),
    ...things.flatMap(({ id }) => said(kind, id, oneField(kind, id))),
  ];
  return [...said(EVERYTHING, null, EVERYTHING), ...held.flatMap(ofKind)];
}

/** Decided beforehand, by the number of whoever takes it; null: nobody does yet. */
export type Decided = { kind: string; thing: string | null; to: string | null };

/** One handing over for each kind and taker: those that were named by themselves, then the rest without them. */
export function takings(decided: readonly Decided[]) {
  return [...Map.groupBy(decided, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    const named = ofKind.flatMap(({ thing, to }) => (thing && to ? [{ thing, to }] : []));
    const each = [...Map.groupBy(named, ({ to }) => to)].map(([to, some]) => ({
      kind,
      to,
      things: { these: some.map(({ thing }) => thing) },
    }));
    const rest = ofKind.find(({ thing }) => thing === null)?.to;
    const besides = named.map(({ thing }) => thing);
    return rest ? [...each, { kind, to: rest, things: { besides } }] : each;
  });
}

/** Of the kinds that somebody has, those of which nothing is said: they go to whoever takes everything. */
export const unsaid = <One extends { kind: string }>(
  held: readonly One[],
  decided: readonly Pick<Decided, 'kind' | 'thing'>[],
): One[] => held.filter(({ kind }) => !decided.some(one => one.kind === kind && one.thing === null));

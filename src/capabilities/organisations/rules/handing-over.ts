import type { Held } from '../keeps-people.ts';

/** Who takes what, as a form says it: the rest of a kind (`thing` null), or one thing by itself. */
export type Wanted = { kind: string; thing: string | null; text: string; field: string };

export const allField = (kind: string): string => `all-${kind}`;
export const oneField = (kind: string, thing: string): string => `one-${kind}-${thing}`;

/** What was typed into the fields of what somebody has; an empty field says nothing. */
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
  return held
    .flatMap(({ kind, things }) => [
      { kind, thing: null, field: allField(kind) },
      ...things.map(({ id }) => ({ kind, thing: id, field: oneField(kind, id) })),
    ])
    .map(one => ({ ...one, text: typed(one.field) }))
    .filter(({ text }) => text !== '');
}

/** Decided beforehand, by the number of whoever takes it. */
export type Decided = { kind: string; thing: string | null; to: string };

/** One handing over for each kind and taker: those that were named by themselves, then the rest without them. */
export function takings(decided: readonly Decided[]) {
  return [...Map.groupBy(decided, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    const named = ofKind.filter(({ thing }) => thing !== null);
    const each = [...Map.groupBy(named, ({ to }) => to)].map(([to, some]) => ({
      kind,
      to,
      things: { these: some.map(({ thing }) => thing!) },
    }));
    const rest = ofKind.find(({ thing }) => thing === null);
    const besides = named.map(({ thing }) => thing!);
    return rest ? [...each, { kind, to: rest.to, things: { besides } }] : each;
  });
}

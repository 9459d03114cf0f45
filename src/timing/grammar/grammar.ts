import type { Token } from './tokens.ts';

/** What a recogniser found, and the place of the first token that it did not need. */
export type Found<T> = { value: T; end: number };

/** Looks at the tokens from one place on; the larger ones are put together from the smaller. */
export type Recogniser<T> = (tokens: readonly Token[], at: number) => Found<T> | undefined;

type Values<R extends readonly Recogniser<unknown>[]> = {
  -readonly [K in keyof R]: R[K] extends Recogniser<infer T> ? T : never;
};

export function sequence<const R extends readonly Recogniser<unknown>[]>(...parts: R): Recogniser<Values<R>> {
  return (tokens, at) => {
    const values: unknown[] = [];
    let end = at;
    for (const part of parts) {
      const found = part(tokens, end);
      if (!found) return undefined;
      values.push(found.value);
      end = found.end;
    }
    return { value: values as Values<R>, end };
  };
}

/** The first of several that fits: put the more particular one first. */
export function either<T>(...choices: Recogniser<T>[]): Recogniser<T> {
  return (tokens, at) => {
    for (const choice of choices) {
      const found = choice(tokens, at);
      if (found) return found;
    }
    return undefined;
  };
}

/** The one of several that takes in most. */
export function longest<T>(...choices: Recogniser<T>[]): Recogniser<T> {
  return (tokens, at) =>
    choices
      .map(choice => choice(tokens, at))
      .reduce((best, found) => (found && found.end > (best?.end ?? at) ? found : best), undefined);
}

export function maybe<T>(part: Recogniser<T>): Recogniser<T | undefined> {
  return (tokens, at) => part(tokens, at) ?? { value: undefined, end: at };
}

export function as<T, U>(part: Recogniser<T>, meaning: (value: T) => U | undefined): Recogniser<U> {
  return (tokens, at) => {
    const found = part(tokens, at);
    const value = found && meaning(found.value);
    return value === undefined || !found ? undefined : { value, end: found.end };
  };
}

/** One or more, parted by something that is not kept. */
export function list<T>(item: Recogniser<T>, separator: Recogniser<unknown>): Recogniser<T[]> {
  return (tokens, at) => {
    const first = item(tokens, at);
    if (!first) return undefined;
    const value = [first.value];
    let end = first.end;
    for (;;) {
      const next = sequence(separator, item)(tokens, end);
      if (!next) return { value, end };
      value.push(next.value[1]);
      end = next.end;
    }
  };
}

export const token =
  (fits: (token: Token) => boolean): Recogniser<Token> =>
  (tokens, at) => {
    const here = tokens[at];
    return here && fits(here) ? { value: here, end: at + 1 } : undefined;
  };

/** The next token follows without white space ("Q4", "1st"). */
export const glued: Recogniser<true> = (tokens, at) =>
  tokens[at] && !tokens[at].spaced ? { value: true, end: at } : undefined;

/** Succeeds, taking nothing in, where `part` would not fit. */
export const unless =
  (part: Recogniser<unknown>): Recogniser<true> =>
  (tokens, at) =>
    part(tokens, at) ? undefined : { value: true, end: at };

/** Asked again about the same place, it gives the same answer without looking: the large recognisers overlap much. */
export function remembered<T>(part: Recogniser<T>): Recogniser<T> {
  const known = new WeakMap<readonly Token[], Map<number, Found<T> | undefined>>();
  return (tokens, at) => {
    const places = known.get(tokens) ?? new Map<number, Found<T> | undefined>();
    known.set(tokens, places);
    if (!places.has(at)) places.set(at, part(tokens, at));
    return places.get(at);
  };
}

type Step = { choices: string[]; optional: boolean };

const steps = (pattern: string): Step[] =>
  pattern.split(' ').map(step => ({
    optional: step.length > 1 && step.endsWith('?'),
    choices: step.length > 1 ? step.replace(/\?$/, '').split('|') : [step],
  }));

const skipHyphen = (tokens: readonly Token[], at: number) => (tokens[at]?.word === '-' ? at + 1 : at);

function walk(tokens: readonly Token[], at: number, left: Step[], started: boolean): number | undefined {
  const [step, ...rest] = left;
  if (!step) return at;
  const place = started ? skipHyphen(tokens, at) : at;
  const here = tokens[place];
  const taken = here && step.choices.includes(here.word) ? walk(tokens, place + 1, rest, true) : undefined;
  return taken ?? (step.optional ? walk(tokens, at, rest, started) : undefined);
}

/** The words with which a pattern can begin, so that most places are passed over at once. */
function openings(pattern: Step[]): string[] {
  const needed = pattern.findIndex(step => !step.optional);
  return pattern.slice(0, needed < 0 ? pattern.length : needed + 1).flatMap(step => step.choices);
}

/**
 * Words in a row: `|` parts alternatives, `?` marks what may be missing; a hyphen between words makes no
 * difference ("year|years round" fits "year-round").
 */
export function phrase(...patterns: string[]): Recogniser<true> {
  const all = patterns.map(steps);
  const first = new Set(all.flatMap(openings));
  return (tokens, at) => {
    if (!first.has(tokens[at]?.word ?? '')) return undefined;
    const ends = all.map(each => walk(tokens, at, each, false) ?? -1);
    const end = Math.max(...ends);
    return end > at ? { value: true, end } : undefined;
  };
}

/** Words that stand for a value, singly or in a row. */
export function meaning<T>(table: Record<string, T>): Recogniser<T> {
  const first = new Set(Object.keys(table).map(steps).flatMap(openings));
  const any = longest(...Object.entries(table).map(([pattern, value]) => as(phrase(pattern), () => value)));
  return (tokens, at) => (first.has(tokens[at]?.word ?? '') ? any(tokens, at) : undefined);
}

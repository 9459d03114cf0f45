import type { Token } from './tokens.ts';

/** What a recogniser found, and the place of the first token that it did not need. */
export type Found<T> = { value: T; end: number };

type Look<T> = (tokens: readonly Token[], at: number) => Found<T> | undefined;

/** Looks at the tokens from one place on; the larger ones are put together from the smaller. */
export type Recogniser<T> = Look<T> & {
  /** Whether it could begin with this token, by its word alone; where absent, it might with any. */
  opens?: (token: Token) => boolean;
  /** It may take nothing in. */
  empty?: boolean;
};

type Any = Recogniser<unknown>;
type Values<R extends readonly Any[]> = {
  -readonly [K in keyof R]: R[K] extends Recogniser<infer T> ? T : never;
};

/** Small parts stand in many large ones: what was said of a token is said again without asking all of them anew. */
function anyOpens(parts: readonly Any[]): Any['opens'] {
  if (!parts.every(part => part.opens)) return undefined;
  let last: Token | undefined;
  let answer = false;
  return token => {
    if (token !== last) {
      answer = parts.some(part => part.opens?.(token));
      last = token;
    }
    return answer;
  };
}

const recogniser = <T>(look: Look<T>, opens: Any['opens'], empty = false): Recogniser<T> =>
  Object.assign(look, { opens, empty });

/** One that is written out by hand and begins where `part` does. */
export const beginning = <T>(part: Any, look: Look<T>): Recogniser<T> =>
  recogniser<T>((tokens, at) => look(tokens, at), part.opens, part.empty);

export function sequence<const R extends readonly Any[]>(...parts: R): Recogniser<Values<R>> {
  const needed = parts.findIndex(part => !part.empty);
  const look: Look<Values<R>> = (tokens, at) => {
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
  return recogniser(look, anyOpens(needed < 0 ? parts : parts.slice(0, needed + 1)), needed < 0);
}

const someEmpty = (parts: readonly Any[]) => parts.some(part => part.empty);

/** So many different words may be known by heart before all are forgotten. */
const MOST_WORDS = 4096;

/** Of several, those that could begin with the token at a place; worked out once for each word. */
function openedBy<T>(choices: Recogniser<T>[]): (here: Token | undefined) => Recogniser<T>[] {
  const known = new Map<string, Recogniser<T>[]>();
  return here => {
    if (!here) return choices;
    const before = known.get(here.word);
    if (before) return before;
    const likely = choices.filter(choice => choice.empty || (choice.opens?.(here) ?? true));
    if (known.size > MOST_WORDS) known.clear();
    known.set(here.word, likely);
    return likely;
  };
}

/** The first of several that fits: put the more particular one first. */
export function either<T>(...choices: Recogniser<T>[]): Recogniser<T> {
  const likely = openedBy(choices);
  const look: Look<T> = (tokens, at) => {
    for (const choice of likely(tokens[at])) {
      const found = choice(tokens, at);
      if (found) return found;
    }
    return undefined;
  };
  return recogniser(look, anyOpens(choices), someEmpty(choices));
}

/** The one of several that takes in most. */
export function longest<T>(...choices: Recogniser<T>[]): Recogniser<T> {
  const likely = openedBy(choices);
  const look: Look<T> = (tokens, at) => {
    let best: Found<T> | undefined;
    for (const choice of likely(tokens[at])) {
      const found = choice(tokens, at);
      if (found && found.end > (best?.end ?? at)) best = found;
    }
    return best;
  };
  return recogniser(look, anyOpens(choices));
}

export const maybe = <T>(part: Recogniser<T>): Recogniser<T | undefined> =>
  recogniser<T | undefined>(
    (tokens, at) => part(tokens, at) ?? { value: undefined, end: at },
    part.opens,
    true,
  );

export function as<T, U>(part: Recogniser<T>, meaning: (value: T) => U | undefined): Recogniser<U> {
  return beginning(part, (tokens, at) => {
    const found = part(tokens, at);
    const value = found && meaning(found.value);
    return value === undefined || !found ? undefined : { value, end: found.end };
  });
}

/** A list longer than this is not a list of times. */
const LONGEST_LIST = 24;

/** One or more, parted by something that is not kept. */
export function list<T>(item: Recogniser<T>, separator: Any): Recogniser<T[]> {
  const another = sequence(separator, item);
  return beginning(item, (tokens, at) => {
    const first = item(tokens, at);
    if (!first) return undefined;
    const value = [first.value];
    let end = first.end;
    for (let next = another(tokens, end); next && value.length < LONGEST_LIST; next = another(tokens, end)) {
      value.push(next.value[1]);
      end = next.end;
    }
    return { value, end };
  });
}

/** One token; `fits` may ask for its word and kind only. */
export const token = (fits: (token: Token) => boolean): Recogniser<Token> =>
  recogniser((tokens, at) => {
    const here = tokens[at];
    return here && fits(here) ? { value: here, end: at + 1 } : undefined;
  }, fits);

const never = () => false;

/** The next token follows without white space ("Q4", "1st"). */
export const glued: Recogniser<true> = recogniser(
  (tokens, at) => (tokens[at] && !tokens[at].spaced ? { value: true, end: at } : undefined),
  never,
  true,
);

/** Succeeds, taking nothing in, where `part` would not fit. */
export const unless = (part: Any): Recogniser<true> =>
  recogniser((tokens, at) => (part(tokens, at) ? undefined : { value: true, end: at }), never, true);

/** Succeeds, taking nothing in, where `part` would fit. */
export const follows = (part: Any): Recogniser<true> =>
  recogniser((tokens, at) => (part(tokens, at) ? { value: true, end: at } : undefined), never, true);

/** For the large ones: no look at words that cannot open it, none twice at the same place. */
export function remembered<T>(part: Recogniser<T>): Recogniser<T> {
  const known = new WeakMap<readonly Token[], Map<number, Found<T> | undefined>>();
  const openers = new Map<string, boolean>();
  const opens = (here: Token): boolean => {
    const answer = openers.get(here.word) ?? part.opens?.(here) ?? true;
    if (openers.size > MOST_WORDS) openers.clear();
    openers.set(here.word, answer);
    return answer;
  };
  return beginning(part, (tokens, at) => {
    const here = tokens[at];
    if (!here || !opens(here)) return undefined;
    const places = known.get(tokens) ?? new Map<number, Found<T> | undefined>();
    known.set(tokens, places);
    if (!places.has(at)) places.set(at, part(tokens, at));
    return places.get(at);
  });
}

type Step = { choices: string[]; optional: boolean };

const steps = (pattern: string): Step[] =>
  pattern.split(' ').map(step => ({
    optional: step.length > 1 && step.endsWith('?'),
    choices: step.length > 1 ? step.replace(/\?$/, '').split('|') : [step],
  }));

const skipHyphen = (tokens: readonly Token[], at: number) => (tokens[at]?.word === '-' ? at + 1 : at);

/** The place after the pattern from its step `n` on, or -1; `start` is where its first step was looked for. */
function walk(tokens: readonly Token[], at: number, pattern: Step[], n = 0, start = at): number {
  const step = pattern[n];
  if (!step) return at;
  const place = at > start ? skipHyphen(tokens, at) : at;
  const here = tokens[place];
  const taken =
    here && step.choices.includes(here.word) ? walk(tokens, place + 1, pattern, n + 1, start) : -1;
  return taken < 0 && step.optional ? walk(tokens, at, pattern, n + 1, start) : taken;
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
  const look: Look<true> = (tokens, at) => {
    if (!first.has(tokens[at]?.word ?? '')) return undefined;
    let end = at;
    for (const pattern of all) end = Math.max(end, walk(tokens, at, pattern));
    return end > at ? { value: true, end } : undefined;
  };
  return recogniser(look, here => first.has(here.word));
}

/** Words that stand for a value, singly or in a row. */
export function meaning<T>(table: Record<string, T>): Recogniser<T> {
  const first = new Set(Object.keys(table).map(steps).flatMap(openings));
  const any = longest(...Object.entries(table).map(([pattern, value]) => as(phrase(pattern), () => value)));
  return beginning(any, (tokens, at) => (first.has(tokens[at]?.word ?? '') ? any(tokens, at) : undefined));
}

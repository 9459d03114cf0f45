import type { Choices, Named } from '../queries/occurrence-choices.ts';
import { type Filter, NONE, STATE_ASKED_WORDS } from './asked-occurrences.ts';

/** What a calendar is filtered by, each with where its choices stand. */
export const KINDS = [
  { name: 'plan', text: 'Plan', from: 'plans' },
  { name: 'audience', text: 'Audience', from: 'audiences' },
  { name: 'channel', text: 'Channel', from: 'channels' },
  { name: 'area', text: 'Area', from: 'areas' },
  { name: 'owner', text: 'Who does it', from: 'owners' },
] as const satisfies { name: keyof Filter; text: string; from: keyof Choices }[];

/** The filters that are on, each in words: "Plan: Winter plan". */
export function filterWords(filter: Filter, named: Named): { name: keyof Filter; text: string }[] {
  const { promise, for: whom, state } = filter;
  return [
    ...KINDS.flatMap(({ name, text }) => {
      const id = filter[name];
      return id ? [{ name, text: `${text}: ${id === NONE ? 'none' : (named[name] ?? GONE)}` }] : [];
    }),
    ...(promise ? [{ name: 'promise' as const, text: `Promise: ${named.promise ?? GONE}` }] : []),
    ...(whom ? [{ name: 'for' as const, text: `For: ${named.for ?? GONE}` }] : []),
    ...(state ? [{ name: 'state' as const, text: `State: ${STATE_ASKED_WORDS[state]}` }] : []),
  ];
}

const GONE = 'no longer there';

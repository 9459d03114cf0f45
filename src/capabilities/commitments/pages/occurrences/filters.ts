import { day } from '../../../../language/words.ts';
import type { Choice, Choices, Named } from '../../queries/occurrence-choices.ts';
import {
  type Asked,
  addressOf,
  type Filter,
  isFiltered,
  NONE,
  OCCURRENCES,
  STATE_ASKED_WORDS,
} from '../../rules/asked-occurrences.ts';

const ANY = { value: '', text: 'Any' };

/** The selects of the form, and what is on with the way to take it away. */
export function filterFacts(asked: Asked, choices: Choices, named: Named): object {
  return {
    action: OCCURRENCES,
    selects: selectsOf(asked, choices),
    states: [ANY, ...Object.entries(STATE_ASKED_WORDS).map(([value, text]) => ({ value, text }))],
    kept: { promise: asked.promise, for: asked.for },
    active: chipsOf(asked, choices, named, part => addressOf({ ...asked, cursor: undefined, ...part })),
    clearHref: addressOf({ latest: asked.latest }),
    filtered: isFiltered(asked),
  };
}

export const selectsOf = (asked: Filter, choices: Choices): object[] => [
  select('plan', 'Plan', choices.plans, asked.plan),
  select('owner', 'Who does it', choices.owners, asked.owner, 'Nobody yet'),
  select('audience', 'Audience', choices.audiences, asked.audience, 'No audience'),
  select('channel', 'Channel', choices.channels, asked.channel, 'No channel'),
  select('area', 'Area', choices.areas, asked.area, 'No area'),
];

const select = (name: string, label: string, from: Choice[], value = '', none?: string) => ({
  name,
  label,
  value,
  items: [
    ANY,
    ...(none ? [{ value: NONE, text: none }] : []),
    ...from.map(one => ({ value: one.id, text: one.name })),
  ],
});

const GONE = 'no longer there';

/** `without`: the address of the same page when a part of what is asked for is taken away. */
export function chipsOf(
  asked: Filter,
  choices: Choices,
  named: Named,
  without: (part: Partial<Filter>) => string,
): { text: string; href: string }[] {
  const chip = (text: string, part: Partial<Filter>) => ({ text, href: without(part) });
  const called = (from: Choice[], id: string, none = '') =>
    id === NONE ? none : (from.find(one => one.id === id)?.name ?? GONE);
  const { promise, plan, owner, audience, channel, area, state, from, by } = asked;
  return [
    promise && chip(`Promise: ${named.promise ?? GONE}`, { promise: undefined }),
    asked.for && chip(`For: ${named.for ?? GONE}`, { for: undefined }),
    plan && chip(`Plan: ${called(choices.plans, plan)}`, { plan: undefined }),
    owner && chip(`Who does it: ${called(choices.owners, owner, 'nobody yet')}`, { owner: undefined }),
    audience && chip(`Audience: ${called(choices.audiences, audience, 'none')}`, { audience: undefined }),
    channel && chip(`Channel: ${called(choices.channels, channel, 'none')}`, { channel: undefined }),
    area && chip(`Area: ${called(choices.areas, area, 'none')}`, { area: undefined }),
    state && chip(STATE_ASKED_WORDS[state], { state: undefined }),
    from && chip(`Due on or after ${day(from)}`, { from: undefined }),
    by && chip(`Due on or before ${day(by)}`, { by: undefined }),
  ].filter(one => typeof one === 'object');
}

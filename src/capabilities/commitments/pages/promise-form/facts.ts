import type { PageError } from '../../../../platform/govuk/frame.ts';
import type { NamedCalendar } from '../../../../timing/series/known.ts';
import { type SeriesKind, UNITS } from '../../../../timing/series/series.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { SET_OFF_BY, SET_OFF_WORDS } from '../../promise.ts';
import type { Named } from '../../queries/promise-choices.ts';
import { type Answers, dayOf } from './answers.ts';
import type { FormParts } from './draft.ts';
import { KINDS, kindWords } from './kinds/all.ts';
import { entriesValue } from './kinds/beside.ts';
import { UNIT_WORDS } from './kinds/kind.ts';
import { DATES } from './kinds/rule.ts';

type Item = { value: string; text: string };

const named = (all: readonly Named[], none?: string): Item[] => [
  ...(none === undefined ? [] : [{ value: '', text: none }]),
  ...all.map(({ id, name }) => ({ value: id, text: name })),
];
const kinds = (all: readonly string[]): Item[] => all.map(kind => ({ value: kind, text: kind }));

const UNIT_ITEMS = UNITS.map(value => ({ value, text: UNIT_WORDS[value] }));
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long' });
const MONTH_ITEMS = Array.from({ length: 12 }, (_, n) => ({
  value: String(n + 1),
  text: MONTH.format(new Temporal.PlainDate(2025, n + 1, 1)),
}));
const DATE_ITEMS = DATES.map(value => ({ value, text: value === '-1' ? 'the last' : value }));
const WEEKDAY_ITEMS = [
  { value: 'MO', text: 'Monday' },
  { value: 'TU', text: 'Tuesday' },
  { value: 'WE', text: 'Wednesday' },
  { value: 'TH', text: 'Thursday' },
  { value: 'FR', text: 'Friday' },
  { value: 'SA', text: 'Saturday' },
  { value: 'SU', text: 'Sunday' },
];

/** The facts of `promise-form/fields.njk`. */
export function fieldFacts(kind: SeriesKind, answers: Answers, parts: FormParts, errors?: PageError[]) {
  const { choices, known, settings } = parts;
  return {
    kind,
    kindWords: kindWords(kind),
    answers,
    errors,
    days: { from: dayOf(answers, 'from'), until: dayOf(answers, 'until') },
    asRead: answers.rule && answers.repeats === 'as-is' ? ruleWords(answers.rule) : undefined,
    soon: settings.soon !== undefined,
    items: {
      units: UNIT_ITEMS,
      months: MONTH_ITEMS,
      dates: DATE_ITEMS,
      weekdays: WEEKDAY_ITEMS,
      entries: entryItems([...known.calendars.values()]),
      setOff: SET_OFF_BY.map(value => ({ value, text: SET_OFF_WORDS[value] })),
      areaKinds: kinds(choices.areaKinds),
      bodyKinds: kinds(choices.bodyKinds),
      areas: named(choices.areas, 'everywhere'),
      audiences: named(choices.audiences),
      teams: named(choices.teams),
      posts: named(choices.posts),
      owners: named(choices.owners, 'Whoever answers for the line'),
    },
  };
}

export const kindFacts = (chosen: string | undefined) => ({ kinds: KINDS, kind: chosen });

/** So many names of entries are offered of each calendar. */
const MOST_TITLES = 40;

function entryItems(calendars: readonly NamedCalendar[]): Item[] {
  return calendars.flatMap(({ id, name, entries }) => {
    const titles = [
      ...new Map(entries.map(({ title }) => [title.trim().toLowerCase(), title.trim()])).values(),
    ];
    return [
      { value: entriesValue(id), text: `${name}: each entry` },
      ...titles.slice(0, MOST_TITLES).map(title => ({
        value: entriesValue(id, title),
        text: `${name}: each ${title}`,
      })),
    ];
  });
}

const ruleWords = (rule: string): string => seriesInWords({ kind: 'rule', rule, from: '2025-01-01' });

import * as english from '../../../language/words.ts';
import { frameWordsIn, type PageLanguage } from '../../../platform/govuk/frame-words.ts';
import { ANSWER_FIELDS, ANSWER_PAGE, ANSWER_PROBLEMS } from './answer-page.ts';
import { sayIn } from './say.ts';
import * as welsh from './welsh-days.ts';

const DAYS = {
  en: { day: english.day, weekday: english.weekday, moment: english.moment },
  cy: { day: welsh.day, weekday: welsh.weekday, moment: welsh.moment },
};

export type Problem = ReturnType<typeof sayIn<typeof ANSWER_PROBLEMS>>;

/** How a page says things in one language: its phrases, what is not right, and days. */
export const speaking = (lang: PageLanguage) => ({
  lang,
  say: sayIn(ANSWER_PAGE, lang),
  problem: problemsIn(lang),
  /** Is heard before a problem. */
  heard: frameWordsIn(lang).error,
  ...DAYS[lang],
});

export type Speaking = ReturnType<typeof speaking>;

export const problemsIn = (lang: PageLanguage): Problem => sayIn(ANSWER_PROBLEMS, lang);

/** Beside the fields of an answer. @param most what a file may have, in words */
export function fieldWords(lang: PageLanguage, most: string) {
  const say = sayIn(ANSWER_FIELDS, lang);
  const keys = Object.keys(ANSWER_FIELDS) as (keyof typeof ANSWER_FIELDS)[];
  const words = Object.fromEntries(keys.map(key => [key, say(key, { most })]));
  return { ...words, parts: { day: say('day'), month: say('month'), year: say('year') } };
}

/** Languages that a page may be in. Most pages are in English alone; those for people without an account also in theirs. */
export const PAGE_LANGUAGES = ['en', 'cy'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** What stands around a page, and what is heard before the problem of a field. */
const FRAME_WORDS = {
  skip: { en: 'Skip to main content', cy: 'Neidio i’r prif gynnwys' },
  error: { en: 'Error', cy: 'Gwall' },
  problem: { en: 'There is a problem', cy: 'Mae yna broblem' },
  done: { en: 'Done', cy: 'Wedi’i wneud' },
  notice: { en: 'Notice', cy: 'Hysbysiad' },
  help: { en: 'Help', cy: 'Help' },
  accessibility: { en: 'Accessibility statement', cy: 'Datganiad hygyrchedd' },
};

export type FrameWords = Record<keyof typeof FRAME_WORDS, string>;

/** In the language of a page; of the macros, which see no frame, each is given what it needs. */
export const frameWordsIn = (language: PageLanguage): FrameWords => MADE[language];

const wordsOf = (language: PageLanguage): FrameWords =>
  Object.fromEntries(Object.entries(FRAME_WORDS).map(([key, words]) => [key, words[language]])) as FrameWords;

const MADE: Record<PageLanguage, FrameWords> = { en: wordsOf('en'), cy: wordsOf('cy') };

/** As an address says it: "?lang=cy"; nothing for what is no language of pages. */
export const pageLanguage = (said: unknown): PageLanguage | undefined =>
  PAGE_LANGUAGES.find(language => language === said);

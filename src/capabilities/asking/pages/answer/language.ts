import { type PageLanguage, pageLanguage } from '../../../../platform/govuk/frame-words.ts';
import type { Visit } from '../../../../platform/http/visit.ts';
import { wordsIn } from '../../words/languages.ts';

/** In which language a page is, and how its addresses say so: a form that was sent comes back in the same. */
export type InLanguage = {
  lang: PageLanguage;
  /** An address of ours as this page leads to it. */
  to: (path: string) => string;
  /** The same page in the other language. */
  other: { lang: PageLanguage; text: string; href: string };
};

const NAMES: Record<PageLanguage, string> = { en: 'English', cy: 'Cymraeg' };

/** What the address says; else what the person is written to in, where anything is known of one. */
export function languageOf(visit: Visit, person?: { language: string }): InLanguage & { offered: boolean } {
  const own = pageLanguage(person && wordsIn(person.language).lang) ?? 'en';
  const lang = pageLanguage(visit.query.lang) ?? own;
  const other = lang === 'en' ? 'cy' : 'en';
  const { token, request } = visit.params;
  const here = ['/ask', encodeURIComponent(token!), ...(request ? [encodeURIComponent(request)] : [])].join(
    '/',
  );
  return {
    lang,
    to: path => (lang === 'en' && own === 'en' ? path : inLanguage(path, lang)),
    other: { lang: other, text: NAMES[other], href: inLanguage(here, other) },
    // whoever is written to in English alone is shown one language; of a link that is over nothing is known
    offered: !person || lang !== 'en' || own !== 'en',
  };
}

const inLanguage = (path: string, lang: PageLanguage): string => `${path}?lang=${lang}`;

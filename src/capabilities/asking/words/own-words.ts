import type { PageLanguage } from '../../../platform/govuk/frame-words.ts';
import { filled } from './say.ts';

/** Words on a page; `lang`: that they are in another language than the page, which whoever reads aloud must know. */
export type Words = { text: string; lang?: PageLanguage };

/**
 * What a kind of request asks, as it is said in Welsh; what stands in no list is somebody else's words, most of them from a
 * plan, and stays as it is. Numbers in it are found again: "Have these 12 been done?".
 */
export function ownWords(
  text: string,
  language: PageLanguage,
  inWelsh: Readonly<Record<string, string>> = {},
): Words {
  if (language === 'en') return { text };
  const [number] = /\d+/.exec(text) ?? [];
  const welsh = inWelsh[text] ?? (number && inWelsh[text.replace(number, '{number}')]);
  return welsh ? { text: number ? filled(welsh, { number }) : welsh } : { text, lang: 'en' };
}

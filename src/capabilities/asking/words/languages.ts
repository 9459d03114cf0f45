import { english } from './english.ts';
import type { MessageWords } from './message.ts';
import { welsh } from './welsh.ts';

const LANGUAGES: MessageWords[] = [english, welsh];

/** In the language that a person is written to in, where there are words in it; else in English. */
export const wordsIn = (language: string): MessageWords =>
  LANGUAGES.find(({ lang }) => language === lang || language.startsWith(`${lang}-`)) ?? english;

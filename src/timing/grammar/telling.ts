import type { Token } from './tokens.ts';

/**
 * Beginnings and pieces of the words without which nothing is plainly a time: units, months, days, seasons, "every".
 * More of them cost a little time, one too few loses timings.
 */
const WORDS =
  /day|dai|week|w\/|^wc$|fortnight|month|quarter|term|annu|enni|^pa$|^p$|year|hour|minute|night|morning|noon|evening|season|spring|summer|autumn|winter|easter|christmas|^every|^each$|^per$|once|twice|thrice|times?$|^[x×]$|^jan|^feb|^mar|^apr|^may$|^ju[nl]|^aug|^sep|^oct|^nov|^dec|^mon|^tue|^wed|^thu|^fri|^sat|^sun|^q$|^h$|alternat|working/;
const BESIDE_FIGURES = /^(?:[/.:-]|st|nd|rd|th|am|pm|d|w|m|y)$/;

/** Whether a text may tell a time at all, by its words one by one: most texts about other things do not. */
export const mayTellTime = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) =>
    token.kind === 'number' ? isFigure(token, tokens[at + 1]) : WORDS.test(token.word),
  );

/** A year, or figures with the sign of a date or a time right behind them. */
const isFigure = (token: Token, next: Token | undefined) =>
  /^(?:19|20)\d\d$/.test(token.word) || (next !== undefined && BESIDE_FIGURES.test(next.word));

import type { PageLanguage } from '../../../platform/govuk/frame-words.ts';

/** A phrase in every language; "{name}" is filled in. */
export type InLanguages = Record<string, Record<PageLanguage, string>>;

export type Values = Record<string, string | number>;

/** The phrases of a table in one language. */
export const sayIn =
  <Table extends InLanguages>(table: Table, language: PageLanguage) =>
  (key: keyof Table, values: Values = {}): string =>
    filled(table[key]![language], values);

/** @throws where a phrase holds a place that nothing is given for */
export const filled = (phrase: string, values: Values): string =>
  phrase.replaceAll(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing is given for ${place} in “${phrase}”.`);
    return String(value);
  });

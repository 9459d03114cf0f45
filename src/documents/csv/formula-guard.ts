/**
 * What a spreadsheet would take for a formula when it opens separated values: a text that begins with = + - @, a tab or a
 * return, also behind quote marks and blanks and as full-width letters (OWASP, "CSV Injection").
 */
const FORMULA = /^['"‘’“”\p{Z}\n\v\f]*[=+\-@＝＋－＠\t\r]/u;
/** A lone dash or plus is none, and stands in many cells for "nothing". */
const LONE_SIGN = /^['"‘’“” ]*[+\-－＋] *$/u;

const isFormula = (text: string): boolean => FORMULA.test(text) && !LONE_SIGN.test(text);

/** The text behind an apostrophe where it would be taken for a formula. */
export const guarded = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** Takes the apostrophe off again, and nothing else: "-£2,000" comes back with its sign. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;

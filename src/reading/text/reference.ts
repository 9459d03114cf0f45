import { folded } from './plain.ts';

const NUMBER = String.raw`\d{1,4}(?:[./-]\d{1,3})*(?:\s?\([a-z0-9]{1,3}\)|[a-z](?![a-z]))?`;
const NAMED = String.raw`(?:recommendation|rec|action|item|no|number|ref|objective|task|milestone|deliverable)s?[.:]?\s*(?:no[.:]?\s*)?`;
const WHOLE = new RegExp(
  String.raw`^\(?(?:${NAMED})?(?:[a-z]{1,6}[\s-]?)?(?:\(\d\d/\d\d\)\s?)?${NUMBER}[.):]?(?:\s?(?:&|and|,|-)\s?${NUMBER}[.):]?)*$`,
);
const LETTERED = /^\(?(?:[a-z]|[ivx]{1,5})[.)]\)?$/;
const TIME_OF_YEAR =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:spring|summer|autumn|winter|easter)\b)/;

/** The whole text is a row's number or reference: "Recommendation 21(a)", "R1", "1.2", "SC18", "SR (25/26) 01". */
export function isReference(text: string): boolean {
  const small = folded(text);
  if (!small || small.length > 40) return false;
  if (LETTERED.test(small)) return true;
  // Dates, years, quarters, months, seasons and money are numbers of another kind.
  if (
    /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^(?:19|20)\d\d$|^(?:19|20)\d\d[/-]\d\d|^q[1-4]\b|^week|^day/.test(
      small,
    )
  )
    return false;
  return WHOLE.test(small) && !TIME_OF_YEAR.test(small);
}

/** A reference split from the head of a text: "1. That a plan…" gives "1" and "That a plan…". */
export type Headed = { reference: string; rest: string };

const HEAD = new RegExp(
  String.raw`^((?:${NAMED})(?:[a-z]{0,3})?${NUMBER}|[A-Za-z]{1,4}\s?\d{1,3}(?:\.\d{1,2})*(?:\([a-z]\))?|\d{1,3}(?:\.\d{1,2})*(?:\([a-z]\))?(?=\s*[.):–—-])|\d{1,2}(?:\.\d{1,2})+|\(?[a-z]\))\s*([.):]|\s[–—-]|:)?\s+(?=\S)`,
  'i',
);

/** Nothing where the text does not begin with a number, or where the number counts things ("2 publications"). */
export function headedBy(text: string): Headed | undefined {
  const found = HEAD.exec(text);
  const reference = found?.[1]?.trim();
  if (!found || reference === undefined || found[0].length >= text.length) return undefined;
  return { reference, rest: text.slice(found[0].length).trim() };
}

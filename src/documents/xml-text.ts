import { printable } from './printable.ts';

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Most texts have none of these, and need not be looked at letter by letter. */
const MAY_BE_BARRED = /[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Words as they stand in XML, between marks or in quotes; what XML cannot hold is left out. */
export const xmlText = (text: string): string =>
  (MAY_BE_BARRED.test(text) ? printable(text) : text).replace(/[&<>"]/g, sign => SIGNS[sign]!);

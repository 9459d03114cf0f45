import { day } from '../../language/words.ts';

/** A change tells days as the database writes them; people read "27 March 2026". */
export const dayInWords = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? day(text) : text;

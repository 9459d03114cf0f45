import { nameKey } from '../../../language/same-name.ts';
import { numberKey } from './cited.ts';

/** A clause as a document has it. */
export type ReadClause = { number: string | null; heading: string; text: string };

const LONGEST_NAME = 300;
const BEGINNING = 80;
const LONGEST_NUMBER = 40;

/** As the register keeps it; one without a heading is called by how it begins. */
export function storableClause({ number, heading, text }: ReadClause): {
  number: string;
  name: string;
  detail: string;
} {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
  const name =
    plain(heading).slice(0, LONGEST_NAME).trim() || beginning(plain(text)) || `Clause ${number ?? ''}`.trim();
  return { number: plain(number ?? '').slice(0, LONGEST_NUMBER), name, detail: text.trim() };
}

function beginning(text: string): string {
  if (text.length <= BEGINNING) return text;
  return `${text.slice(0, BEGINNING).replace(/\s\S*$/, '')} …`;
}

/** Which clause of its document it is: by its number, else by its heading. */
export const keyOfClause = ({ number, name }: { number: string; name: string }): string =>
  numberKey(number) || `: ${nameKey(name)}`;

import { day, oneOf, words } from '../../../platform/table-in/cells.ts';
import type { CellRead, Column } from '../../../platform/table-in/declaration.ts';
import { kindWord } from '../area.ts';
import { LANGUAGES } from '../person.ts';

/** What several tables of the directory have: the same cells are read in the same way, and headed alike. */

/** Of what kind something is, by a known word or one of the organisation's own. */
export function ownKind(text: string): CellRead<string> {
  const read = words(60)(text);
  return 'value' in read ? { value: kindWord(read.value) } : read;
}

/** One of the languages in which people are written to, by its name or its code. */
export const language = oneOf(
  Object.entries(LANGUAGES).map(([value, name]) => ({ value, called: [name, value] })),
);

type Day = Column<Temporal.PlainDate | null | undefined>;
/** `alsoHeaded`: besides what every first or last day may be headed. */
type Said = { about: string; alsoHeaded?: string[]; examples?: string[] };

export const firstDay = ({ about, alsoHeaded = [], examples = [] }: Said): Day => ({
  ...{ heading: 'First day', about, examples, read: day },
  alsoHeaded: ['Start date', 'Starts', 'Starts on', 'Start', ...alsoHeaded],
});

export const lastDay = ({ about, alsoHeaded = [], examples = [] }: Said): Day => ({
  ...{ heading: 'Last day', about, examples, read: day },
  alsoHeaded: ['End date', 'Ends', 'Ends on', 'End', ...alsoHeaded],
});

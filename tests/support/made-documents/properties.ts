import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countWords } from '../../../src/capabilities/imports/rules/words-kept.ts';
import { openDocument } from '../../../src/documents/open.ts';
import { printedText, wordsOf } from '../../../src/documents/words.ts';
import { readDocument } from '../../../src/reading/read.ts';
import { FIELDS, type Field, type ReadLine } from '../../../src/reading/reading.ts';
import { type MadePlan, madePlans } from '../plan-texts.ts';
import { drawnOf } from './drawn.ts';
import { type Layout, layoutOf, printed, type Setting, settings } from './layout.ts';
import { sheetOf, textOf } from './open-documents.ts';
import { plainTextOf } from './plain-text.ts';
import { wordOf } from './word.ts';

const TODAY = Temporal.PlainDate.from('2025-04-01');

type Written = {
  name: string;
  bytes: (layout: Layout) => Uint8Array | Promise<Uint8Array>;
  furniture: boolean;
  merges: boolean;
};
/** Who writes which format, and whether it has headers and footers, and cells merged with those below, at all. */
export const WRITERS = {
  docx: { name: 'plan.docx', bytes: wordOf, furniture: true, merges: true },
  pdf: { name: 'plan.pdf', bytes: drawnOf, furniture: true, merges: true },
  odt: { name: 'plan.odt', bytes: textOf, furniture: true, merges: true },
  ods: { name: 'plan.ods', bytes: sheetOf, furniture: false, merges: true },
  txt: { name: 'plan.txt', bytes: plainTextOf, furniture: false, merges: false },
} satisfies Record<string, Written>;

/** Where a line ends inside a cell of a PDF, a paragraph may end too; nobody can tell, and no word hangs on it. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

const wanted = (plan: MadePlan) =>
  plan.sections.flatMap(section =>
    section.lines.map(line => ({ section: section.title, state: line.state, ...line.fields })),
  );

/** Words in the order of the alphabet: where they stand is the readers' affair, how often is not. */
const sorted = (text: string) => wordsOf(text).sort();

/** Every printed word once, in a field or in the remainder, and every row a row. */
export async function holds(bytes: Uint8Array, name: string, plan: MadePlan, words: string): Promise<void> {
  const document = await openDocument(bytes, name);
  assert.deepEqual(sorted(printedText(document)), sorted(words));
  const reading = readDocument(document, { today: TODAY });
  assert.deepEqual(countWords(document, reading).lostWords, []);
  const lines = reading.lines.map(line => ({
    section: inOneLine(line.section),
    state: line.state,
    ...Object.fromEntries(FIELDS.flatMap(field => fieldOf(line, field))),
  }));
  assert.deepEqual(lines, wanted(plan));
}

/** What a line says itself, or what a merged cell says for it. */
function fieldOf(line: ReadLine, field: Field): [Field, string][] {
  const text = line[field] ?? line.taken?.[field]?.text;
  return text === undefined ? [] : [[field, inOneLine(text)]];
}

/** How many documents, and from which seed. */
type Runs = { numRuns: number; seed?: number };

export const documentsGiveTheirLines = (format: keyof typeof WRITERS, runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(madePlans, settings, async (plan, setting) => {
      const { name, bytes, furniture, merges }: Written = WRITERS[format];
      const layout = layoutOf(plan, { ...setting, merged: setting.merged && merges });
      const around = furniture ? layout : { ...layout, header: '', footer: '' };
      await holds(await bytes(around), name, plan, printed(around));
    }),
    runs,
  );

/**
 * The share of plans drawn as `look` says that are read right. Without lines nobody can tell an empty cell from one that
 * is merged with the cell above, so none is.
 */
export async function shareReadRight(
  look: Required<Pick<Setting, 'drawn' | 'stands'>>,
  runs: Required<Runs>,
): Promise<number> {
  const made = fc.sample(fc.tuple(madePlans, settings), runs);
  const read = await Promise.all(
    made.map(async ([plan, setting]) => {
      const layout = layoutOf(plan, { ...setting, ...look, merged: false });
      const bytes = await drawnOf(layout);
      return holds(bytes, 'plan.pdf', plan, printed(layout)).then(
        () => true,
        () => false,
      );
    }),
  );
  return read.filter(Boolean).length / read.length;
}

type Sample = { format: keyof typeof WRITERS; to: string; count: number; seed: number };

/** The same for a few documents that another program has written anew. */
export async function convertedGiveTheirLines(
  { format, to, count, seed }: Sample,
  convert: (files: Uint8Array[], from: string, to: string) => Uint8Array[],
): Promise<void> {
  const { bytes, furniture }: Written = WRITERS[format];
  const made = fc.sample(fc.tuple(madePlans, settings), { numRuns: count, seed }).map(([plan, setting]) => {
    const layout = layoutOf(plan, setting);
    return { plan, layout: furniture ? layout : { ...layout, header: '', footer: '' } };
  });
  const files = await Promise.all(made.map(({ layout }) => bytes(layout)));
  const converted = convert(files, format, to);
  for (const [at, { plan, layout }] of made.entries())
    await holds(converted[at] ?? new Uint8Array(), `plan.${to}`, plan, printed(layout));
}

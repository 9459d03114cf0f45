import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cellsOf, type MadePlan, madePlans } from '../../tests/support/plan-texts.ts';
import { readTxt } from '../documents/txt/read.ts';
import { account } from './accounting.ts';
import { readDocument } from './read.ts';
import { FIELDS, type Reading } from './reading.ts';

/** The same plans each time, so that a change of the rules is what fails. */
const RUNS = { numRuns: 60, seed: 4 };
const TODAY = Temporal.PlainDate.from('2025-04-01');

/** How a made plan is set in text: where headings and section titles stand, and where pages break. */
type Setting = {
  repeatHeadings: boolean;
  /** A section's title stands above its table, across a row of it, or in the first cell of a row. */
  titles: 'above' | 'across' | 'first cell';
  splitAt: number;
  /** After how many words a tall cell breaks. */
  cut: number;
  /** The first cell is printed again on the new page. */
  repeatFirst: boolean;
  /** Empty cells at the end of a row are not there at all. */
  shortRows: boolean;
  preamble: string[];
  after: string[];
};

const settings: fc.Arbitrary<Setting> = fc.record({
  repeatHeadings: fc.boolean(),
  titles: fc.constantFrom('above', 'across', 'first cell'),
  splitAt: fc.nat(8),
  cut: fc.integer({ min: 5, max: 8 }),
  repeatFirst: fc.boolean(),
  shortRows: fc.boolean(),
  preamble: fc.subarray([
    'Updated 3 March 2025',
    'Owner: Communications Manager',
    'This plan supports the corporate strategy.',
    'Page 1 of 3',
  ]),
  after: fc.subarray([
    'Key: TBC = to be confirmed',
    'For more information ask the press office.',
    'Page 2 of 3',
  ]),
});

function textOf(plan: MadePlan, setting: Setting): string {
  const head = plan.columns.map(column => column.heading).join('\t');
  let row = 0;
  const sections = plan.sections.map((section, index) => {
    const lines = section.lines.flatMap(line => {
      const cells = cellsOf(plan, line);
      return (row++ === setting.splitAt ? split(cells, setting) : [cells]).map(one => rowOf(one, setting));
    });
    const headed = index === 0 || setting.repeatHeadings ? [head] : [];
    if (setting.titles === 'above') return [section.title, '', ...headed, ...lines, ''];
    const title =
      setting.titles === 'across' ? section.title : section.title + '\t'.repeat(plan.columns.length - 1);
    return index === 0 ? [...headed, title, ...lines] : [title, ...headed, ...lines];
  });
  return [
    plan.title,
    '',
    ...setting.preamble.flatMap(line => [line, '']),
    ...sections.flat(),
    '',
    ...setting.after,
  ].join('\n');
}

const rowOf = (cells: string[], setting: Setting) =>
  setting.shortRows && cells.filter(Boolean).length > 1
    ? cells.join('\t').replace(/\t+$/, '')
    : cells.join('\t');

/** A page break through the row: tall cells go on in the middle of a sentence on the next page. */
function split(cells: string[], { cut, repeatFirst }: Setting): string[][] {
  const tall = cells.map(cell => cell.split(' '));
  if (!tall.some(words => words.length > 8)) return [cells];
  const at = (words: string[]) => (words.length > 8 ? cut : words.length);
  const upper = tall.map(words => words.slice(0, at(words)).join(' '));
  const lower = tall.map((words, index) =>
    (repeatFirst && index === 0 && words.length <= 8 ? words : words.slice(at(words))).join(' '),
  );
  return [upper, [], lower];
}

const wanted = (plan: MadePlan) =>
  plan.sections.flatMap(section =>
    section.lines.map(line => ({ section: section.title, state: line.state, ...line.fields })),
  );

const got = (reading: Reading) =>
  reading.lines.map(line => ({
    section: line.section,
    state: line.state,
    ...Object.fromEntries(FIELDS.flatMap(field => (line[field] === undefined ? [] : [[field, line[field]]]))),
  }));

test('any columns, in any order, under any headings, over any page breaks, give the same lines', () => {
  fc.assert(
    fc.property(madePlans, settings, (plan, setting) => {
      const text = textOf(plan, setting);
      const reading = readDocument(readTxt(text), { today: TODAY });
      assert.deepEqual(got(reading), wanted(plan), text);
    }),
    RUNS,
  );
});

test('every word of any plan stands in exactly one place', () => {
  fc.assert(
    fc.property(madePlans, settings, (plan, setting) => {
      const document = readTxt(textOf(plan, setting));
      const { lost, spare } = account(document, readDocument(document, { today: TODAY }));
      assert.deepEqual({ lost, spare }, { lost: [], spare: [] });
    }),
    RUNS,
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { readTxt } from '../../../documents/txt/read.ts';
import { readDocument } from '../../../reading/read.ts';
import type { Corrections } from '../../../reading/reading.ts';
import {
  withCells,
  withColumns,
  withDropped,
  withJoined,
  withoutJoined,
  withParted,
  withSplit,
} from './corrections.ts';
import { type PutRight, withoutSaid } from './taken-back.ts';
import { countWords } from './words-kept.ts';

const ROWS = [
  'Tell residents\tNewsletter; ward panel\tMonthly; quarterly\tJo Marsh\tLow',
  '\tand the traders\tAs needed\tJo Marsh\tHigh',
  'Walks\tPosters\tMay 2025\tas above\tLow',
  'Open day\tLeaflet\tJune 2025\tRangers\tLow',
  'School visits\tLetters\tEach term\tas above\t',
];
const PLAN = readTxt(['Ashmere plan', '', 'Action\tHow\tWhen\tOwner\tRisk', ...ROWS].join('\n'));
const NONE: Corrections = { columns: [], cells: [] };
const read = (corrections: Corrections) =>
  readDocument(PLAN, { today: Temporal.PlainDate.from('2025-04-01'), corrections });

/** Something a person does to one of the lines that they see, and how it is taken back. */
type Act = { kind: PutRight['kind'] | 'parted'; row: number; field: 'what' | 'how' | 'owner'; text: string };
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('cell', 'cell', 'dropped', 'joined', 'lines', 'parted', 'column'),
  row: fc.nat({ max: ROWS.length - 1 }),
  field: fc.constantFrom('what', 'how', 'owner'),
  text: fc.constantFrom('Ask', 'the Rangers', '', 'each week'),
});

/** Done as the pages let it be done: to whole rows that are there. Undefined where they would refuse it. */
function done(
  so: Corrections,
  { kind, row, field, text }: Act,
): { to: Corrections; back: PutRight } | undefined {
  const { lines } = read(so);
  const index = row % lines.length;
  const line = lines[index];
  if (kind === 'column')
    return {
      to: withColumns(so, [{ table: 0, column: 4, meaning: 'other', name: text || 'Grade' }]),
      back: { kind, table: 0, column: 4 },
    };
  if (!line) return undefined;
  const at = { table: line.at.table, row: line.at.row };
  const joined = line.joined ? { joined: line.joined.length } : {};
  if (kind === 'cell')
    return {
      to: withCells(so, [{ ...line.at, ...joined, field, text }]),
      back: { kind, ...line.at, ...joined, field },
    };
  const above = lines[index - 1];
  if (line.parts) return undefined;
  if (kind === 'dropped')
    return { to: withDropped(so, [{ ...at, reason: 'x', words: 'x' }]), back: { kind, ...at } };
  if (kind === 'parted') return { to: withParted(so, at), back: { kind: 'lines', ...at } };
  if (kind === 'lines')
    return {
      to: withSplit(so, { ...at, ...joined, lines: [{ what: 'One' }, { what: text, how: 'Two' }] }),
      back: { kind, ...at },
    };
  if (!above || above.parts) return undefined;
  return { to: withJoined(so, { ...at, onto: above.at.row }), back: { kind: 'joined', ...at } };
}

const lost = (corrections: Corrections): string[] =>
  countWords(PLAN, read(corrections), corrections).lostWords;

test('however rows and cells are put right one after the other, and taken back in whatever order, no word is lost', () => {
  const plain = read(NONE);
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 7 }),
      fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
      (acts, order) => {
        let so = NONE;
        const backs: PutRight[] = [];
        for (const one of acts) {
          const next = done(so, one);
          if (!next) continue;
          so = next.to;
          backs.push(next.back);
          assert.deepEqual(lost(so), []);
        }
        for (const pick of order) {
          const [back] = backs.length ? backs.splice(pick % backs.length, 1) : [];
          if (!back) break;
          so = withoutSaid({ corrections: so, settled: [] }, [back]).corrections;
          assert.deepEqual(lost(so), []);
        }
        assert.deepEqual(read(so), plain);
      },
    ),
    { numRuns: 120, seed: 5 },
  );
});

test('what is taken back last is as if it had not been said', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 4 }), act, (acts, last) => {
      const so = acts.reduce((all, one) => done(all, one)?.to ?? all, NONE);
      const next = done(so, last);
      if (!next) return;
      // what replaces an earlier word about the same thing does not bring that back
      const without = withoutSaid({ corrections: so, settled: [] }, [next.back]).corrections;
      if (!isDeepStrictEqual(read(without), read(so))) return;
      assert.deepEqual(
        read(withoutSaid({ corrections: next.to, settled: [] }, [next.back]).corrections),
        read(so),
      );
    }),
    { numRuns: 120, seed: 6 },
  );
});

test('a row that stands alone again takes along what was said of the line it was part of', () => {
  const at = { table: 0, row: 1 };
  const joined = withJoined(withJoined(NONE, { table: 0, row: 3, onto: 2 }), { table: 0, row: 2, onto: 1 });
  const said = withSplit(withCells(joined, [{ ...at, joined: 2, field: 'what', text: 'x' }]), {
    ...at,
    joined: 2,
    lines: [{ what: 'a' }, { what: 'b' }],
  });
  const alone = withoutJoined(said, { table: 0, row: 3 });
  assert.deepEqual(alone.joined, [{ table: 0, row: 2, onto: 1 }]);
  assert.deepEqual([alone.cells, alone.split], [[], []]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sheetNames } from './sheet-names.ts';

test('names of sheets keep as much of a title as Excel takes', () => {
  assert.deepEqual(sheetNames(['Objective 1: Listen / learn', '', 'History', "'Quoted'"]), [
    'Objective 1 Listen learn',
    'Table 2',
    'History 2',
    'Quoted',
  ]);
  assert.deepEqual(
    sheetNames(['Working with the residents of the harbour', 'Working with the residents of the hill']),
    ['Working with the residents of t', 'Working with the residents of 2'],
  );
});

test('whatever is asked for, every name is valid and none is there twice', () => {
  const wanted = fc.array(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom('A', 'a', 'A 2', "'")),
  );
  fc.assert(
    fc.property(wanted, texts => {
      const names = sheetNames(texts);
      assert.equal(names.length, texts.length);
      assert.equal(new Set(names.map(name => name.toLowerCase())).size, names.length);
      for (const name of names) {
        assert.ok(name.length >= 1 && name.length <= 31, name);
        assert.doesNotMatch(name, /[\p{C}:\\/?*[\]]|^'|'$|^\s|\s$|^history$/iu);
      }
    }),
  );
});

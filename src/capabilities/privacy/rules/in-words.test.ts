import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, inWords } from './in-words.ts';

const text = (value: unknown) => asText(value, 'Europe/London');

test('columns and values of the database are told as people write them', () => {
  assert.equal(inWords('to_name'), 'To name');
  assert.match(text(Temporal.Instant.from('2025-07-01T13:05:00Z')), /^1 July 2025 at 2:05\s?pm$/);
  assert.equal(text(Temporal.PlainDate.from('2025-12-01')), '1 December 2025');
  assert.equal(text(true), 'Yes');
  assert.equal(text(null), '');
  assert.equal(text([]), '');
  assert.equal(text(['Press office', 'Press']), 'Press office; Press');
});

test('what was changed is told without brackets, and what was not there left out', () => {
  const changes = [
    { field: 'owner', before: null, after: 'Jo Marsh' },
    { field: 'when', before: 'May', after: 'June' },
  ];
  assert.equal(text(changes), 'Field: owner, After: Jo Marsh; Field: when, Before: May, After: June');
});

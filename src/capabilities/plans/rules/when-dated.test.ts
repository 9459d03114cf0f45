import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWordsDated } from './when-dated.ts';

test('a document is dated as exactly as it says', () => {
  assert.equal(inWordsDated('2025'), '2025');
  assert.equal(inWordsDated('2025-04'), 'April 2025');
  assert.equal(inWordsDated('2025-04-08'), '8 April 2025');
  assert.equal(inWordsDated('Spring 2025'), 'Spring 2025');
});

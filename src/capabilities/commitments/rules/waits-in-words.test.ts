import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitsInWords } from './waits-in-words.ts';

test('how soon something is due is no name of what it waits for', () => {
  const trigger = 'As soon as practicable';
  assert.equal(
    waitsInWords({ setOffBy: null, trigger }),
    'Whatever it is about: the plan says only “As soon as practicable”',
  );
  assert.equal(
    waitsInWords({ setOffBy: 'incident', trigger }),
    'An incident: the plan says only “As soon as practicable”',
  );
  const named = 'as soon as practicable after a decision';
  assert.equal(waitsInWords({ setOffBy: 'decision', trigger: named }), named);
  assert.equal(waitsInWords({ setOffBy: null, trigger: 'an incident' }), 'an incident');
});

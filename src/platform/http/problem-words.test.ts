import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROBLEMS, problemWordsByLink } from './problem-words.ts';

test('what goes wrong is said in Welsh wherever it is said in English', () => {
  for (const status of [...Object.keys(PROBLEMS).map(Number), 400, 418, 599]) {
    const [english, welsh] = [problemWordsByLink(status, 'en'), problemWordsByLink(status, 'cy')];
    assert.ok(welsh.title && welsh.text, String(status));
    assert.notEqual(welsh.title, english.title);
    assert.notEqual(welsh.text, english.text);
  }
});

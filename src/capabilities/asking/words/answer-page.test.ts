import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANSWER_FIELDS, ANSWER_PAGE, ANSWER_PROBLEMS } from './answer-page.ts';

const places = (phrase: string) => [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('whatever the page says in English it says in Welsh, with the same names and numbers in it', () => {
  for (const table of [ANSWER_PAGE, ANSWER_FIELDS, ANSWER_PROBLEMS])
    for (const [key, { en, cy }] of Object.entries<{ en: string; cy: string }>(table)) {
      assert.ok(cy.trim(), `${key} has no Welsh`);
      assert.deepEqual(places(cy), places(en), key);
    }
});

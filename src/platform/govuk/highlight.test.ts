import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from './highlight.ts';

test('phrases are marked wherever they stand, in any case', () => {
  assert.equal(highlight('Weekly, then weekly', ['weekly']), '<mark>Weekly</mark>, then <mark>weekly</mark>');
});

test('the longer phrase wins over one inside it', () => {
  assert.equal(
    highlight('as soon as practicable', ['as soon', 'as soon as practicable']),
    '<mark>as soon as practicable</mark>',
  );
});

test('printed text is never taken for markup, nor a phrase for a pattern', () => {
  assert.equal(highlight('<b>a+b</b> & c', ['a+b']), '&lt;b&gt;<mark>a+b</mark>&lt;/b&gt; &amp; c');
  assert.equal(highlight('<script>', ['<script>']), '<mark>&lt;script&gt;</mark>');
});

test('without phrases the text is only made safe', () => {
  assert.equal(highlight('a < b'), 'a &lt; b');
  assert.equal(highlight('a < b', ['']), 'a &lt; b');
});

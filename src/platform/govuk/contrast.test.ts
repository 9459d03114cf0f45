import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asColour, contrastRatio, INK, judgeColour } from './contrast.ts';

test('contrast runs from 1 to 21', () => {
  assert.equal(contrastRatio('#ffffff', '#000000'), 21);
  assert.equal(contrastRatio('#123456', '#123456'), 1);
});

test('the ratio does not depend on which colour is named first', () => {
  assert.equal(contrastRatio('#0b4f54', '#ffffff'), contrastRatio('#ffffff', '#0b4f54'));
});

// The two greys on either side of the line are WCAG's own example.
for (const [colour, allowed] of [
  ['#0b4f54', true],
  ['#1d70b8', true],
  ['#767676', true],
  ['#777777', false],
  ['#ffdd00', false],
  ['#ffffff', false],
  ['#000000', true],
] as const) {
  test(`${colour} is ${allowed ? '' : 'not '}allowed`, () => {
    assert.equal(judgeColour(colour).allowed, allowed);
  });
}

test('white stands on a dark colour, ink on a light one', () => {
  assert.equal(judgeColour('#0b4f54').text, '#ffffff');
  assert.equal(judgeColour('#ffdd00').text, INK);
});

test('a colour that is too light is refused in words that say what to do', () => {
  assert.match(judgeColour('#ffdd00').why!, /contrast is 1\.3 to 1 .* Choose a darker one/);
  assert.equal(judgeColour('#0b4f54').why, undefined);
});

test('a colour may come with or without its hash, in either case', () => {
  assert.equal(asColour(' 0B4F54 '), '#0b4f54');
  assert.equal(asColour('#0b4f54'), '#0b4f54');
});

test('what is no colour is not taken for one', () => {
  for (const words of ['', 'teal', '#fff', '#0b4f5', '#0b4f54;}', 'url(x)'])
    assert.equal(asColour(words), undefined);
  assert.throws(() => judgeColour('teal'), RangeError);
});

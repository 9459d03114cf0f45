import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawKeptBar } from './kept-bar.ts';

const parts = (svg: string) =>
  [...svg.matchAll(/cg-kept-bar__(\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, kind, x, width]) => `${kind} from ${x}, ${width} wide`,
  );

test('a bar is whole whatever it counts, and its parts stand one after the other', () => {
  assert.deepEqual(parts(drawKeptBar({ met: 5, late: 3, missed: 2 })), [
    'met from 0, 100 wide',
    'late from 100, 60 wide',
    'missed from 161, 38 wide',
  ]);
  assert.deepEqual(parts(drawKeptBar({ met: 48, late: 0, missed: 0 })), ['met from 0, 200 wide']);
  assert.deepEqual(parts(drawKeptBar({ met: 0, late: 0, missed: 3 })), ['missed from 1, 198 wide']);
});

test('one miss among a thousand is seen, and nothing is drawn for nothing', () => {
  assert.deepEqual(parts(drawKeptBar({ met: 999, late: 0, missed: 1 })), [
    'met from 0, 196 wide',
    'missed from 197, 2 wide',
  ]);
  assert.equal(drawKeptBar({ met: 0, late: 0, missed: 0 }), '');
});

test('each part has a shape of its own, not only a colour', () => {
  const heights = [...drawKeptBar({ met: 1, late: 1, missed: 1 }).matchAll(/ height="(\d+)"/g)];
  assert.equal(new Set(heights.map(([, height]) => height)).size, 3);
});

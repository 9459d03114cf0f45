import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawBar, largest } from './bar.ts';

const widths = (svg: string) => [...svg.matchAll(/width="([\d.]+)"/g)].map(found => Number(found[1]));

test('a bar is as long as its part of the most, and its whole lies behind it', () => {
  assert.deepEqual(widths(drawBar({ value: 5 }, 20)), [50]);
  assert.deepEqual(widths(drawBar({ value: 5, of: 10 }, 10)), [200, 100]);
});

test('nothing is drawn for nothing, and something for the least', () => {
  assert.deepEqual(widths(drawBar({ value: 0 }, 10)), [0]);
  assert.deepEqual(widths(drawBar({ value: 1 }, 50_000)), [1]);
  assert.deepEqual(widths(drawBar({ value: 3 }, 0)), [200]);
});

test('the largest of the rows fills the width', () => {
  assert.equal(largest([{ value: 3 }, { value: 2, of: 9 }]), 9);
  assert.equal(largest([]), 1);
});

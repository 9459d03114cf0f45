import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureWay } from '../figure.ts';
import { crossed } from './figure-crossed.ts';

for (const [way, amount, before, value, expected] of [
  ['above', 40, 38, 43, 'rose above 40'],
  ['above', 40, 41, 43, undefined],
  ['above', 40, 38, 40, undefined],
  ['above', 40, undefined, 41, 'rose above 40'],
  ['below', 2.5, 3, 2.25, 'fell below 2.5'],
  ['below', 2.5, 2, 1, undefined],
  ['rise', 20, 1000, 1201, 'rose by more than 20% from 1,000'],
  ['rise', 20, 1000, 1200, undefined],
  ['rise', 20, undefined, 1200, undefined],
  ['rise', 20, 0, 1200, undefined],
] as [FigureWay, number, number | undefined, number, string | undefined][])
  test(`${before} then ${value} ${way} ${amount}: ${expected ?? 'nothing'}`, () =>
    assert.equal(crossed({ way, amount }, { value, before }), expected));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHeic } from './heic.ts';

const box = (brand: string) => Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0mif1heic`, 'latin1');

test('photos as phones keep them are known by their first words, and films and pictures are not them', () => {
  for (const brand of ['heic', 'heix', 'mif1', 'avif']) assert.equal(isHeic(box(brand)), true, brand);
  for (const other of [box('mp42'), Buffer.from('ftyp'), Buffer.alloc(0), Buffer.from([0xff, 0xd8, 0xff])])
    assert.equal(isHeic(other), false);
});

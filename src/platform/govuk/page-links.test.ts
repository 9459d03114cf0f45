import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageLinks } from './page-links.ts';

const links = (total: number, page: number) => pageLinks({ total, page, size: 50 }, one => `?page=${one}`);
const drawn = (total: number, page: number) =>
  links(total, page)
    .items.map(item => ('number' in item ? (item.current ? `[${item.number}]` : `${item.number}`) : '…'))
    .join(' ');

test('one page says only how many there are', () => {
  assert.equal(links(12, 1).words, '12');
  assert.equal(drawn(12, 1), '[1]');
  assert.equal(links(0, 1).words, '0');
});

test('the rows of a page are named', () => {
  assert.equal(links(1412, 2).words, '51 to 100 of 1,412');
  assert.equal(links(412, 9).words, '401 to 412 of 412');
});

for (const [page, items] of [
  [1, '[1] 2 … 9'],
  [2, '1 [2] 3 … 9'],
  [4, '1 2 3 [4] 5 … 9'],
  [5, '1 … 4 [5] 6 … 9'],
  [9, '1 … 8 [9]'],
] as const) {
  test(`page ${page} of 9`, () => assert.equal(drawn(412, page), items));
}

test('there is no way before the first page or after the last', () => {
  assert.equal(links(412, 1).previous, undefined);
  assert.deepEqual(links(412, 1).next, { href: '?page=2' });
  assert.deepEqual(links(412, 9).previous, { href: '?page=8' });
  assert.equal(links(412, 9).next, undefined);
});

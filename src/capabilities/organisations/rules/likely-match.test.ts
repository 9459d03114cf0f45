import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelyMatches, onlyLikely } from './likely-match.ts';

const person = (name: string) => ({ id: name, kind: 'person' as const, name, beside: null });
const post = (name: string) => ({ id: name, kind: 'post' as const, name, beside: null });
const all = [person('Karen Bell'), person('Kate Bellamy'), post('Ward Sergeant'), post('Ward Inspector')];

test('a name is offered whoever is called so, with initials too', () => {
  for (const [said, expected] of [
    ['Karen Bell', 'Karen Bell'],
    ['karen  bell', 'Karen Bell'],
    ['K. Bell', 'Karen Bell'],
    ['Bell, K', 'Karen Bell'],
    ['the Ward Sergeants', 'Ward Sergeant'],
    ['J. Bell', undefined],
    ['Town Clerk', undefined],
  ] as const)
    assert.equal(onlyLikely(said, all)?.name, expected, said);
});

test('of two that are equally likely neither is the one, and both are offered', () => {
  const two = [person('Karen Bell'), person('Kim Bell')];
  assert.equal(onlyLikely('K Bell', two), undefined);
  assert.equal(likelyMatches('K Bell', two).length, 2);
});

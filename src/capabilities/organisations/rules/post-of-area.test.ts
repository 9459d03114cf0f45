import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postOfArea, postsTitled } from './post-of-area.ts';

const posts = new Map([
  ['mill', ['sergeant of mill']],
  ['north', ['sergeant of north']],
  ['quay', ['one of quay', 'another of quay']],
]);

test('the post of an area goes before that of what it is part of', () => {
  assert.deepEqual(postOfArea(['mill', 'north', 'borough'], posts), { post: 'sergeant of mill' });
  assert.deepEqual(postOfArea(['field', 'north', 'borough'], posts), { post: 'sergeant of north' });
});

test('no post is none, and two of the nearest area are nobody in particular', () => {
  assert.equal(postOfArea(['field', 'south'], posts), 'none');
  assert.equal(postOfArea([], posts), 'none');
  assert.equal(postOfArea(['quay', 'north'], posts), 'several', 'the sector’s does not step in for two');
});

test('a title is known in the plural and however it is written, and by another name of its owner', () => {
  const all = [
    { id: '1', title: 'Ward Sergeant', area: 'mill' },
    { id: '2', title: 'ward sergeant', area: 'quay' },
    { id: '3', title: 'Locality manager', area: 'quay' },
  ];
  const found = (...names: string[]) => [...postsTitled(names, all)];
  assert.deepEqual(found('Ward sergeants'), [
    ['mill', ['1']],
    ['quay', ['2']],
  ]);
  assert.deepEqual(found('The locality managers'), [['quay', ['3']]]);
  assert.deepEqual(found('SNT sergeants', 'Ward Sergeants').length, 2);
  assert.deepEqual(found('Sergeant'), []);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { ownerLikeness, ownersIn } from './owners.ts';

const CELLS: [string, string[]][] = [
  ['Jo Marsh/ Sam Birch', ['Jo Marsh', 'Sam Birch']],
  ['Jo Marsh and Sam Birch', ['Jo Marsh', 'Sam Birch']],
  ['Jo Marsh, Director of Policy', ['Jo Marsh, Director of Policy']],
  ['Insight and Consultation Manager', ['Insight and Consultation Manager']],
  ['Insight and Consultation Manager / service leads', ['Insight and Consultation Manager', 'service leads']],
  ['Learning and Development', ['Learning and Development']],
  [
    'Head of Communications and Customer Services Manager',
    ['Head of Communications', 'Customer Services Manager'],
  ],
  ['CEX and Director of Resources', ['CEX', 'Director of Resources']],
  ['Partnership & Prevention', ['Partnership & Prevention']],
  ['AB/CD/ EF/', ['AB', 'CD', 'EF']],
  ['The Leader and the Head of Web', ['The Leader', 'Head of Web']],
];
for (const [cell, owners] of CELLS) {
  test(`owners in “${cell}”`, () => {
    assert.deepEqual(ownersIn(cell), owners);
  });
}

test('posts, names, teams and initials look like owners; orders, dates and texts do not', () => {
  for (const text of [
    'Press Officer',
    'Jo Marsh',
    'Comms Team',
    'AB/CD',
    'Ward Sergeants',
    'Cllr Oduya',
    'Democratic Services',
  ]) {
    assert.ok(ownerLikeness(text) >= 0.6, text);
  }
  for (const text of [
    'N/A',
    'TBC',
    'Convene team',
    'Brief members',
    'Monthly',
    'Photographs are needed',
    '',
  ]) {
    assert.ok(ownerLikeness(text) < 0.5, text);
  }
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { ownerLikeness } from './owners.ts';

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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paragraph } from '../../documents/document.ts';
import { readClauses } from './clauses.ts';

const paragraphs = (...texts: string[]): Paragraph[] =>
  texts.map(text => ({ kind: 'paragraph', text, where: '' }));
const told = (...texts: string[]) =>
  readClauses(paragraphs(...texts)).clauses.map(({ number, heading, text }) => [number, heading, text]);

test('clauses that count on with nothing behind the number, under whatever headings, have that number', () => {
  assert.deepEqual(
    told(
      'Who may speak',
      '1 Only trained people may give interviews.',
      '2 Members refer all calls to the press office.',
      'Using social media',
      '3 Colleagues must not:',
    ),
    [
      ['1', 'Who may speak', 'Only trained people may give interviews.'],
      ['2', 'Who may speak', 'Members refer all calls to the press office.'],
      ['3', 'Using social media', 'Colleagues must not:'],
    ],
  );
});

test('headings that count on are headings, and a lone figure is no number', () => {
  assert.deepEqual(
    told(
      '1 Aims',
      'We tell people early what we plan to do.',
      '2 Means',
      'We use plain words in all we write.',
      '3 Ends',
    ),
    [
      [null, '1 Aims', 'We tell people early what we plan to do.'],
      [null, '2 Means', 'We use plain words in all we write.'],
      [null, '2 Means', '3 Ends'],
    ],
  );
  assert.deepEqual(told('Rules', '12 Members sit on the board.', 'The board meets in public.')[0]?.[0], null);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import type { Paragraph } from '../../documents/document.ts';
import { readTxt } from '../../documents/txt/read.ts';
import { clauseNumber } from './clause-number.ts';
import { readClauses } from './clauses.ts';

function clauses(text: string): { clauses: string[]; left: string[] } {
  const paragraphs = readTxt(text).blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const read = readClauses(paragraphs);
  return {
    clauses: read.clauses.map(clause => [clause.number ?? '-', clause.heading, clause.text].join(' | ')),
    left: read.left.map(paragraph => paragraph.text),
  };
}

test('numbered clauses, bullets and paragraphs under their headings', () => {
  const read = clauses(`Contents

1. Aim

2. Rules

1. AIM

1.1 This policy says how staff of Ashmere speak to the press.

Social media

- Never post in anger
- Ask the press office first

2. RULES

(a) All calls go to the press office, day and night.

Everybody should know the number of the press office by heart.

www.ashmere.example

March 2025`);
  assert.deepEqual(read.clauses, [
    '1.1 | 1. AIM | This policy says how staff of Ashmere speak to the press.',
    '- | Social media | Never post in anger',
    '- | Social media | Ask the press office first',
    'a | 2. RULES | All calls go to the press office, day and night.',
    '- | 2. RULES | Everybody should know the number of the press office by heart.',
  ]);
  assert.deepEqual(read.left, ['Contents', '1. Aim', '2. Rules', 'www.ashmere.example', 'March 2025']);
});

test('entries with page numbers are contents, and headings without clauses are left over', () => {
  assert.deepEqual(
    clauses(
      'Introduction ........ 3\n\nAIMS\n\nSCOPE\n\nThis holds for everybody who works for the council.',
    ),
    {
      clauses: ['- | SCOPE | This holds for everybody who works for the council.'],
      left: ['Introduction ........ 3', 'AIMS'],
    },
  );
});

test('a letter or a small roman number with a point is a clause’s number; an abbreviation is not', () => {
  assert.deepEqual(clauseNumber('a. It covers print.'), { number: 'a', rest: 'It covers print.' });
  assert.deepEqual(clauseNumber('iii. Nobody speaks alone.'), {
    number: 'iii',
    rest: 'Nobody speaks alone.',
  });
  assert.equal(clauseNumber('i. e. whoever is on duty'), undefined);
  assert.equal(clauseNumber('A. Smith leads.'), undefined);
});

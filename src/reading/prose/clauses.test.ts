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
  assert.deepEqual(clauseNumber('4.2(a) It covers print.'), { number: '4.2(a)', rest: 'It covers print.' });
  assert.equal(clauseNumber('i. e. whoever is on duty'), undefined);
  assert.equal(clauseNumber('A. Smith leads.'), undefined);
});

/** Why each paragraph is a clause, and why its heading is one. */
function reasons(...paragraphs: (Partial<Paragraph> & { text: string })[]): string[] {
  const all = paragraphs.map(one => ({ kind: 'paragraph' as const, where: 'page 1', ...one }));
  return readClauses(all).clauses.map(({ why, whyHeading = 'no heading' }) => `${why} | ${whyHeading}`);
}

const SENTENCE = 'Every enquiry from the press is answered by the press office within two hours.';

test('each clause says why it is one: its number and level, its list, or that it stands alone', () => {
  assert.deepEqual(
    reasons(
      { text: SENTENCE },
      { text: 'Enquiries', level: 2 },
      { text: `1.2.1 ${SENTENCE}` },
      { text: SENTENCE, marker: '(b)', depth: 1 },
      { text: SENTENCE, marker: '•' },
      { text: SENTENCE, indented: true },
    ),
    [
      'it is a paragraph of its own | no heading',
      'it begins with its number, 1.2.1, at level 3 | it is set as a heading of level 2',
      'it is an item that the document numbers by itself, as b, at level 2 | it is set as a heading of level 2',
      'it is an item of a list | it is set as a heading of level 2',
      'it is set in from the margin, as the items of a list are | it is set as a heading of level 2',
    ],
  );
});

test('each heading says by which rule it is one', () => {
  for (const [heading, why] of [
    [{ text: 'Enquiries', bold: true }, 'it is bold and short'],
    [{ text: '2. Enquiries' }, 'it is short and begins with a number'],
    [{ text: '2.1 Enquiries', bold: true }, 'it is bold, short and numbered'],
    [{ text: 'ENQUIRIES' }, 'it is set in capitals'],
    [{ text: 'Enquiries' }, 'it is short, ends without a full stop, and longer text follows'],
    [{ text: 'Enquiries', indented: true }, 'it is a single item, set off, with prose under it'],
  ] as const)
    assert.deepEqual(reasons(heading, { text: SENTENCE }), [`it is a paragraph of its own | ${why}`]);
  assert.deepEqual(reasons({ text: 'Enquiries' }, { text: SENTENCE, marker: '•' }), [
    'it is an item of a list | it is short, ends without a full stop, and a list follows',
  ]);
});

test('a numbered list that is set as headings says so', () => {
  const items = ['Listen', 'Answer', 'Write down'].map((text, at) => ({
    text,
    level: 2,
    marker: `${at + 1}.`,
  }));
  assert.match(
    reasons(...items)[1]!,
    /^it is number 2 of a list whose items number on, with nothing under them/,
  );
});

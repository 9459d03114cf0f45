import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headingOfLine } from './cells.ts';

const line = (reference: string, what: string, recommendation = '') => ({
  reference,
  what,
  recommendation,
  position: 4,
});

test('over a line stands its reference with its first words, cut between words', () => {
  const long = 'Tell every household in the flood plain how to sign up for text warnings, and by when';
  for (const [heading, of] of [
    ['3(b): Check in March.', line('3(b)', 'Check in\nMarch.')],
    ['Line 4: Warn residents', line('', '', 'Warn residents')],
    ['7', line('7', '')],
    ['1: Tell every household in the flood plain how to sign up for text …', line('1', long)],
    [`2: ${'x'.repeat(70)} …`, line('2', 'x'.repeat(200))],
  ] as const)
    assert.equal(headingOfLine(of), heading);
});

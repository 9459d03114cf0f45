import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawStrip, type OccurrenceState, type StripOccurrence, stripInWords } from './promise-strip.ts';

const strip = (...states: OccurrenceState[]): StripOccurrence[] => states.map(state => ({ state }));

test('a strip is read out in its order, runs together', () => {
  assert.equal(
    stripInWords(strip('met', 'met', 'late', 'met', 'missed', 'due', 'planned')),
    '2 met, 1 late, 1 met, 1 missed, 1 due now, 1 planned',
  );
});

test('what has words of its own is counted by them, though its square is another’s', () => {
  const excused = { state: 'excused' } as const;
  assert.equal(
    stripInWords([excused, { ...excused, words: 'postponed' }, { ...excused, words: 'postponed' }]),
    '1 excused, 2 postponed',
  );
});

test('a promise without dates says so', () => {
  assert.equal(stripInWords([]), 'no dates yet');
});

test('every state has a shape of its own, not only a colour', () => {
  const states: OccurrenceState[] = ['met', 'late', 'missed', 'due', 'planned', 'excused', 'not-triggered'];
  const shapes = states.map(state =>
    drawStrip(strip(state))
      .match(/ d="[^"]*"/g)!
      .join(),
  );
  assert.equal(new Set(shapes).size, states.length);
});

test('there is one square for each occurrence, and no room after the last', () => {
  const drawn = drawStrip(strip('met', 'met', 'due'));
  assert.equal(drawn.match(/<g /g)!.length, 3);
  assert.match(drawn, /width="45"/);
});

test('a label is shown as text, whatever it holds', () => {
  assert.match(drawStrip([{ state: 'met', label: 'A & <b>' }]), /<title>A &amp; &lt;b&gt;<\/title>/);
});

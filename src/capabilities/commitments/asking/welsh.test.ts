import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CONCERN_CHOICES,
  EVIDENCE_FIELDS,
  evidenceChoices,
  evidenceQuestion,
  TELLING_BACK_CHOICES,
} from './kinds.ts';
import { PROMISES_IN_WELSH } from './welsh.ts';

test('every question, choice and field of promises has its Welsh', () => {
  const choices = [
    ...[1, 12].flatMap(many => evidenceChoices({ many, conditional: true })),
    ...CONCERN_CHOICES,
    ...TELLING_BACK_CHOICES,
  ];
  const asked = [1, 12].flatMap(many =>
    [true, false].flatMap(held => [true, false].map(hours => evidenceQuestion(many, held, hours))),
  );
  const said = [
    ...asked,
    ...choices.flatMap(({ text, hint }) => [text, ...(hint ? [hint] : [])]),
    ...EVIDENCE_FIELDS.flatMap(({ label, hint }) => [label, ...(hint ? [hint] : [])]),
  ];
  const missing = said.map(text => text.replace('12', '{number}')).filter(text => !PROMISES_IN_WELSH[text]);
  assert.deepEqual(missing, []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SetOffBy } from '../promise.ts';
import { isSurelySetOff, mayBeSetOff } from './sets-off.ts';

type Case = [
  trigger: string,
  setOffBy: SetOffBy | null,
  kind: SetOffBy,
  title: string,
  shown: string | undefined,
  sure: boolean,
];
const CASES: Case[] = [
  ['an incident', 'incident', 'incident', 'Flood in Mill Lane', 'kind', true],
  ['a critical or major incident', 'incident', 'incident', 'Flood in Mill Lane', 'kind', true],
  ['an incident', 'incident', 'decision', 'The market moves', undefined, false],
  ['a planning decision', 'decision', 'decision', 'The library closes on Mondays', 'kind', false],
  ['a planning decision', 'decision', 'decision', 'Planning committee agrees the harbour', 'kind', true],
  ['a rise in complaints', 'figure', 'figure', 'Complaints about noise rose above 40', 'kind', true],
  ['a rise in complaints', 'figure', 'figure', 'Visitors to the museum rose above 900', 'kind', false],
  ['the consultation closing', null, 'outside', 'Consultations on parking have closed', 'words', false],
  ['the closing of the consultation', null, 'other', 'The consultation is closing', 'words', true],
  ['the closing of the consultation', null, 'other', 'The fair begins', undefined, false],
  ['the closing of the consultation', 'other', 'other', 'The fair begins', undefined, false],
  ['the closing of the consultation', 'other', 'outside', 'The parking consultation', 'words', false],
  ['whatever happens', 'other', 'other', 'The fair begins', 'kind', true],
  ['a burst main', 'incident', 'outside', 'Burst water main in Old Town', 'words', false],
];

for (const [trigger, setOffBy, kind, title, shown, sure] of CASES)
  test(`“${trigger}” (${setOffBy ?? 'no kind'}) and “${title}” (${kind})`, () => {
    const happened = { kind, title, note: '' };
    assert.equal(mayBeSetOff({ setOffBy, trigger }, happened), shown);
    assert.equal(isSurelySetOff({ setOffBy, trigger }, happened), sure);
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchHeading } from './match.ts';

const ASKED: [string, string | undefined][] = [
  ['How you will know', 'measure'],
  ['How will we judge whether it has worked?', 'measure'],
  ['When will it be ready?', 'timing'],
  ['How long will it take?', 'timing'],
  ['How much is it going to cost?', 'budget'],
  ['What resources are needed?', 'budget'],
  ['Where are we now?', 'progress'],
  ['How are we doing?', 'progress'],
  ['How far have we got?', 'progress'],
  ['How is it getting on?', 'progress'],
  ['What have we done so far?', 'progress'],
  ['We did', 'progress'],
  ['You said', 'recommendation'],
  ['What tenants told us', 'recommendation'],
  ['Who is doing it?', 'owner'],
  ['Who needs to hear?', 'audience'],
  ['What’s the message?', 'message'],
  ['What difference will this make?', 'outcome'],
  ['Why bother?', 'purpose'],
  ['How will we get the message out?', 'channel'],
  ['Best way to reach them', 'channel'],
  ['Partner / stakeholder', 'audience'],
  ['We’ll do', 'action'],
  ['What next?', 'action'],
  ['Whatever', undefined],
];

for (const [heading, sense] of ASKED)
  test(`“${heading}” asks for ${sense ?? 'nothing known'}`, () =>
    assert.equal(matchHeading(heading)?.sense, sense));

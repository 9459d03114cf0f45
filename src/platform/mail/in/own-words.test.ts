import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownWords } from './own-words.ts';

test('what somebody wrote is told from what they quote and how they sign', () => {
  const cases: [string, string][] = [
    ['Done.\n\n> Is this yours?', 'Done.'],
    ['Done.\r\n\r\nOn 6 April 2026 at 09:00, Press Desk wrote:\r\n> Is it?', 'Done.'],
    ['Wedi gwneud.\n\nAr 6 Ebrill 2026 ysgrifennodd Press Desk:\n> Is it?', 'Wedi gwneud.'],
    ['Not mine, ask Sam.\n\n-----Original Message-----\nFrom: Press Desk', 'Not mine, ask Sam.'],
    ['Yes\n________________________________\nFrom: Press Desk <press@ashmere.example>\nSent: Monday', 'Yes'],
    ['Yes, all of them.\n-- \nJo Marsh\nTown Clerk', 'Yes, all of them.'],
    ['Yes\n\nSent from my iPhone', 'Yes'],
    ['Yes\n\nGet Outlook for Android', 'Yes'],
    ['On Monday I wrote to them:\nit is done', 'On Monday I wrote to them:\nit is done'],
  ];
  for (const [text, own] of cases) assert.equal(ownWords(text), own);
});

test('where somebody wrote below what they quote, the whole is theirs to read', () => {
  assert.equal(ownWords('> Is it yours?\n\nYes.'), '> Is it yours?\n\nYes.');
  assert.equal(ownWords(''), '');
});

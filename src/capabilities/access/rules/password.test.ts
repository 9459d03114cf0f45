import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guessability } from './guessability.ts';
import { passwordFault, passwordFaultInWords } from './password.ts';

const KNOWN = { name: 'Marian Sedge', email: 'm.sedge@ashmere.example', organisation: 'Borough of Ashmere' };
const faultOf = (password: string) => passwordFault(password, KNOWN)?.fault;

for (const password of ['short', 'elevenchars', '           '])
  test(`"${password}" is too short`, () => assert.equal(faultOf(password), 'too-short'));

for (const password of [
  'password1234',
  'Passw0rd!2025',
  'P@$$w0rd!!!!!',
  'passwordpassword',
  'qwertyuiop12',
  '1q2w3e4r5t6y',
  '123456789012',
  'aaaaaaaaaaaa',
  'abcdefghijkl',
  'Liverpool2024!',
  'Summer-Winter1',
  'letmein!letmein!',
  'welcome01012025',
  'charlie-charlie-charlie',
  '!!!!admin!!!!!!',
  'ILoveYou14021987',
  'xkcdxkcdxkcd',
  '                 a',
])
  test(`"${password}" is soon guessed`, () => assert.equal(faultOf(password), 'guessable'));

for (const password of ['ashmere-town-2025', 'TheBoroughPlanner', 'marianandthecat', 'commsgrid-is-fine'])
  test(`"${password}" is about the person or the place`, () => assert.equal(faultOf(password), 'about-you'));

for (const password of [
  'kestrel thimble varnish',
  'correcthorsebatterystaple',
  'monkeydragonchocolate', // three words, as the NCSC advises, even from a short list
  'x#9$K!2pQ&7z',
  'violin-academic', // the end of a name inside another word is chance
  'ŵylan môr glas tywyll',
  'snadhw kqpfzy',
])
  test(`"${password}" is accepted`, () => assert.equal(faultOf(password), undefined));

test('a word of the person is named, so that it is clear what to leave out', () => {
  const found = passwordFault('the-ashmere-heron', KNOWN);
  assert.ok(found);
  assert.match(passwordFaultInWords(found), /without “ashmere”/);
});

test('whatever is typed is judged quickly, and a password of 201 characters is too long', () => {
  assert.equal(faultOf('é'.repeat(201)), 'too-long');
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), text => {
      assert.ok(guessability(text.toLowerCase(), new Set()) >= 0);
    }),
    { numRuns: 200 },
  );
});

test('what is put around common words changes nothing', () => {
  const decoration = fc.stringMatching(/^[!?.#*-]{0,4}$/);
  const year = fc.integer({ min: 1950, max: 2030 });
  fc.assert(
    fc.property(decoration, year, decoration, (before, number, after) => {
      assert.equal(faultOf(`${before}Sunshine${after}${number}`.padEnd(12, '!')), 'guessable');
    }),
    { numRuns: 100 },
  );
});

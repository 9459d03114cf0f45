import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type HoldingFacts,
  type PersonFacts,
  reachPerson,
  reachPost,
  reachTeam,
  standingFacts,
} from './standing-in.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const days = (startsOn?: string, endsOn?: string) => ({
  startsOn: startsOn ? day(startsOn) : null,
  endsOn: endsOn ? day(endsOn) : null,
});
const ON = day('2025-08-10');

const somebody = (id: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  id,
  name: id.toUpperCase(),
  email: `${id}@ashmere.example`,
  language: 'en',
  ...days(),
  ...more,
});

const cover = (person: string, by: string, from = '2025-08-01', to = '2025-08-14') => ({
  person,
  by,
  ...days(from, to),
});
const holding = (person: string, as: HoldingFacts['as'], from?: string, to?: string, post = 'sergeant') => ({
  post,
  person,
  as,
  ...days(from, to),
});

const facts = (
  people: PersonFacts[],
  covers: ReturnType<typeof cover>[] = [],
  holdings: HoldingFacts[] = [],
) => standingFacts(people, covers, holdings);

/** "b as cover", "left". */
const told = (reached: ReturnType<typeof reachPerson>) =>
  'refused' in reached ? reached.refused : `${reached.person.id} as ${reached.as}`;

const three = [somebody('a'), somebody('b'), somebody('c')];

test('somebody is reached themselves, and by whoever covers from the first day to the last', () => {
  const known = facts(three, [cover('a', 'b')]);
  for (const [on, expected] of [
    ['2025-07-31', 'a as themselves'],
    ['2025-08-01', 'b as cover'],
    ['2025-08-14', 'b as cover'],
    ['2025-08-15', 'a as themselves'],
  ] as const)
    assert.equal(told(reachPerson(known, 'a', day(on))), expected, on);
});

test('who covers may be covered in turn, and that one not again', () => {
  assert.equal(told(reachPerson(facts(three, [cover('a', 'b'), cover('b', 'c')]), 'a', ON)), 'c as cover');
  const four = [...three, somebody('d')];
  const chain = [cover('a', 'b'), cover('b', 'c'), cover('c', 'd')];
  assert.equal(told(reachPerson(facts(four, chain), 'a', ON)), 'c as cover');
  assert.equal(told(reachPerson(facts(three, [cover('a', 'b'), cover('b', 'a')]), 'a', ON)), 'b as cover');
});

test('of two covers the one that begins later holds', () => {
  const known = facts(three, [cover('a', 'c', '2025-08-08', '2025-08-12'), cover('a', 'b')]);
  assert.equal(told(reachPerson(known, 'a', ON)), 'c as cover');
});

test('one who covers and has left, or cannot be written to, leaves the person themselves', () => {
  for (const gone of [{ ...days(undefined, '2025-08-09') }, { email: '' }, { ...days('2025-08-11') }])
    assert.equal(
      told(reachPerson(facts([somebody('a'), somebody('b', gone)], [cover('a', 'b')]), 'a', ON)),
      'a as themselves',
    );
});

test('somebody who left is reached by nobody but who covers them', () => {
  const left = somebody('a', days('2020-01-01', '2025-08-09'));
  assert.equal(told(reachPerson(facts([left]), 'a', ON)), 'left');
  assert.equal(told(reachPerson(facts([left]), 'a', day('2025-08-09'))), 'a as themselves');
  assert.equal(told(reachPerson(facts([left, somebody('b')], [cover('a', 'b')]), 'a', ON)), 'b as cover');
  assert.equal(told(reachPerson(facts([somebody('a', { email: '' })]), 'a', ON)), 'no-address');
  assert.equal(told(reachPerson(facts([somebody('a', days('2025-09-01'))]), 'a', ON)), 'nobody');
  assert.equal(told(reachPerson(facts([]), 'a', ON)), 'nobody');
});

test('a post is reached by its cover, its holder, then its deputy', () => {
  const all = [
    holding('c', 'deputy'),
    holding('a', 'holder', '2024-01-01'),
    holding('b', 'cover', '2025-08-01', '2025-08-10'),
  ];
  assert.equal(told(reachPost(facts(three, [], all), 'sergeant', ON)), 'b as cover');
  assert.equal(told(reachPost(facts(three, [], all), 'sergeant', day('2025-08-11'))), 'a as holder');
  assert.equal(told(reachPost(facts(three, [], all.slice(0, 1)), 'sergeant', ON)), 'c as deputy');
});

test('of several who hold a post whoever has held it longest is asked, and the others are named', () => {
  const all = [
    holding('c', 'holder', '2025-01-01'),
    holding('b', 'holder', '2024-05-01'),
    holding('a', 'deputy'),
  ];
  const reached = reachPost(facts(three, [], all), 'sergeant', ON);
  assert.equal(told(reached), 'b as holder');
  assert.deepEqual('besides' in reached && reached.besides, ['C']);
  const away = reachPost(facts(three, [cover('b', 'c')], all), 'sergeant', ON);
  assert.equal(told(away), 'c as cover');
  assert.equal('besides' in away, false, 'whoever covers is not named besides themselves');
  const together = [holding('c', 'holder'), holding('b', 'holder')];
  assert.equal(told(reachPost(facts(three, [], together), 'sergeant', ON)), 'b as holder');
});

test('a holder who is away is reached by whoever stands in for them', () => {
  const known = facts(three, [cover('a', 'b')], [holding('a', 'holder'), holding('c', 'deputy')]);
  assert.equal(told(reachPost(known, 'sergeant', ON)), 'b as cover');
});

test('a post whose holder left is its deputy’s, and nobody’s without one', () => {
  const people = [somebody('a', days(undefined, '2025-08-01')), somebody('c')];
  const held = [holding('a', 'holder'), holding('c', 'deputy')];
  assert.equal(told(reachPost(facts(people, [], held), 'sergeant', ON)), 'c as deputy');
  assert.equal(told(reachPost(facts(people, [], held.slice(0, 1)), 'sergeant', ON)), 'left');
});

test('a vacant post says why', () => {
  const over = [holding('a', 'holder', '2020-01-01', '2025-08-09')];
  assert.equal(told(reachPost(facts(three, [], over), 'sergeant', ON)), 'left');
  assert.equal(told(reachPost(facts(three), 'sergeant', ON)), 'nobody');
  const later = [holding('a', 'holder', '2025-09-01')];
  assert.equal(told(reachPost(facts(three, [], later), 'sergeant', ON)), 'nobody');
  const silent = facts([somebody('a', { email: '' })], [], [holding('a', 'holder')]);
  assert.equal(told(reachPost(silent, 'sergeant', ON)), 'no-address');
});

test('somebody is away when each of their posts is covered, and here when one is not', () => {
  const one = [holding('a', 'holder'), holding('b', 'cover', '2025-08-01', '2025-08-14')];
  assert.equal(told(reachPerson(facts(three, [], one), 'a', ON)), 'b as cover');
  const two = [...one, holding('a', 'holder', undefined, undefined, 'warden')];
  assert.equal(told(reachPerson(facts(three, [], two), 'a', ON)), 'a as themselves');
});

test('a team is reached by its lead', () => {
  assert.equal(told(reachTeam(facts(three), 'a', ON)), 'a as team');
  assert.equal(told(reachTeam(facts(three, [cover('a', 'b')]), 'a', ON)), 'b as cover');
  assert.equal(told(reachTeam(facts(three), undefined, ON)), 'nobody');
});

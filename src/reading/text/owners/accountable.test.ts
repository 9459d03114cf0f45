import assert from 'node:assert/strict';
import test from 'node:test';
import { answeringFor, kindOfName } from './accountable.ts';
import { readOwners } from './read-owners.ts';

const KEY = new Map([['KB', 'Katherine Bell']]);

/** Who is accountable, who helps, and else why nobody is. */
function told(cell: string): string {
  const { accountable, contributors, why } = answeringFor(readOwners(cell, KEY));
  const helpers = contributors.map(({ name }) => name).join(', ');
  return [accountable ? `${accountable.name} (${accountable.kind})` : `nobody: ${why}`, helpers]
    .filter(Boolean)
    .join(' with ');
}

const CELLS: [string, string][] = [
  ['Jo Marsh', 'Jo Marsh (person)'],
  ['KB', 'Katherine Bell (person)'],
  ['KB / Katherine Bell', 'Katherine Bell (person)'],
  ['Ward sergeants', 'Ward sergeants (post)'],
  ['Comms Team, supported by Digital Team and IT', 'Comms Team (team) with Digital Team, IT'],
  ['Head of Communications (lead), ward teams', 'Head of Communications (post) with ward teams'],
  ['Lead: Jo Marsh Support: Sam Birch', 'Jo Marsh (person) with Sam Birch'],
  ['Cllr Oduya cc Town Clerk', 'Cllr Oduya (person)'],
  ['Jo Marsh to liaise with Sam Birch', 'Jo Marsh (person)'],
  ['AD/EF/RM/HR/SLT', 'nobody: names 5 owners and does not say who leads'],
  ['CEX and Director of Resources', 'nobody: names 2 owners and does not say who leads'],
  ['Cllr Oduya (Lead Member) / Jo Marsh (Lead Officer)', 'nobody: names 2 owners and does not say who leads'],
  ['All', 'nobody: names everyone, and so nobody in particular'],
  ['All Heads of Service', 'nobody: names everyone, and so nobody in particular'],
  ['Each ward sergeant', 'nobody: names everyone, and so nobody in particular'],
  ['Jo Marsh and all staff', 'nobody: names everyone besides'],
  ['TBC', 'nobody: names nobody yet'],
  ['Jo Marsh / TBC', 'nobody: leaves open who else there is'],
  ['', 'nobody: names nobody'],
  ['see action 4', 'nobody: is an instruction, and names no owner'],
  ['Support: Sam Birch', 'nobody: names only who helps or is told with Sam Birch'],
  ['Ashmere', 'nobody: does not make clear whether this is a person, a post or a team'],
];
for (const [cell, answer] of CELLS)
  test(`who answers for “${cell}”`, () => {
    assert.equal(told(cell), answer);
  });

test('nobody is accountable among several whom nothing tells apart, and whoever is, is named in the cell', () => {
  const names = ['Jo Marsh', 'KB', 'Press Officer', 'Comms Team', 'All', 'TBC', 'Sam Birch (lead)'];
  for (const one of names)
    for (const other of names)
      for (const joint of [' and ', '/', ', ', ' supported by ', '\n']) {
        const cell = `${one}${joint}${other}`;
        const { named, accountable, contributors, why } = answeringFor(readOwners(cell, KEY));
        assert.equal(accountable === undefined, why !== undefined, cell);
        if (accountable) assert.ok(named.includes(accountable) && !contributors.includes(accountable), cell);
        const equal = named.filter(({ part }) => part === undefined).length;
        if (equal > 1 && accountable) assert.equal(accountable.part, 'leads', cell);
      }
});

test('a name alone tells what it is', () => {
  assert.deepEqual(['Jo Marsh', 'Town Clerk', 'Digital Team', 'JM'].map(kindOfName), [
    'person',
    'post',
    'team',
    'person',
  ]);
});

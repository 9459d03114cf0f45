import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTS, type Act, higher, may, RIGHTS, seesEverything } from './rights.ts';
import { mayAs, ROLES, type Role } from './role.ts';

const ALL = Object.keys(ACTS) as Act[];
const NOBODY = [undefined, ...ROLES] as const;

test('the table has a word for each act and each role, and no act that is not in words', () => {
  assert.deepEqual(Object.keys(RIGHTS), ALL);
  for (const act of ALL)
    for (const role of ROLES) assert.match(RIGHTS[act][role], /^(yes|own|given|-)$/, `${act} ${role}`);
});

test('a higher role may whatever a lower one may, whoever it is about', () => {
  for (const act of ALL)
    for (const lower of ROLES)
      for (const upper of ROLES.filter(role => mayAs(role, lower)))
        for (const marked of [false, true])
          for (const theirs of [false, true])
            if (may({ role: lower, marked }, act, { theirs }))
              assert.ok(
                may({ role: upper, marked }, act, { theirs }),
                `${upper} may not ${act}, ${lower} may`,
              );
});

test('without a role nothing may be done; what was given besides, or is theirs, only ever adds', () => {
  for (const act of ALL)
    for (const role of NOBODY) {
      const least = may({ role, marked: false }, act);
      assert.ok(!may({ role: undefined, marked: true }, act, { theirs: true }));
      for (const marked of [false, true])
        for (const theirs of [false, true])
          assert.ok(!least || may({ role, marked }, act, { theirs }), `${role} ${act}`);
    }
});

test('whoever may change anything sees all of it', () => {
  // recording what happened adds to what there is: what it sets off is found for the organisation, and not shown
  const adds = ['see', 'see-marked', 'comment', 'update-line', 'look-up', 'record-event'];
  const changes = ALL.filter(act => !adds.includes(act));
  for (const role of ROLES)
    if (changes.some(act => may({ role, marked: false }, act)))
      assert.ok(seesEverything({ everywhere: role, marked: false, parts: false }), role);
});

test('an owner changes only lines that they answer for; a viewer changes none', () => {
  const owner = { role: 'owner', marked: false } as const;
  assert.ok(may(owner, 'update-line', { theirs: true }));
  assert.ok(!may(owner, 'update-line'));
  assert.ok(!may(owner, 'change-line', { theirs: true }));
  assert.ok(!may({ role: 'viewer', marked: true }, 'update-line', { theirs: true }));
});

test('of two roles the higher counts, in whatever order they come', () => {
  for (const one of NOBODY)
    for (const other of NOBODY) {
      const both: Role | undefined = higher(one, other);
      assert.equal(both, higher(other, one));
      for (const role of [one, other]) assert.ok(!role || mayAs(both!, role));
    }
});

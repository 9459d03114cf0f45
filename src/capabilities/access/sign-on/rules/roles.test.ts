import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../../../../language/role.ts';
import { rolesFor } from './roles.ts';

const group = (value: string, role: Role, department?: string) => ({
  id: value,
  value,
  name: '',
  role,
  department: department ? { id: department, name: department } : undefined,
});
const MAPPED = {
  groups: [
    group('readers', 'viewer'),
    group('comms', 'editor'),
    group('parks', 'lead', 'parks'),
    group('parks-staff', 'owner', 'parks'),
    group('roads', 'viewer', 'roads'),
  ],
  roleWithoutGroup: undefined,
};
const everywhere = (role: Role | undefined, ...departments: object[]) => ({
  by: 'groups',
  given: { role, departments },
});

test('the highest of somebody’s groups counts', () => {
  assert.deepEqual(rolesFor(['readers', 'COMMS '], MAPPED), everywhere('editor'));
});

test('a part counts where it goes beyond what they may do everywhere', () => {
  const parks = { department: 'parks', role: 'lead' };
  assert.deepEqual(rolesFor(['comms', 'parks', 'parks-staff', 'roads'], MAPPED), everywhere('editor', parks));
  assert.deepEqual(rolesFor(['parks'], MAPPED), everywhere(undefined, parks));
});

test('in no group they do not come in, or have the role of those without one', () => {
  for (const groups of [[], ['others'], undefined])
    assert.deepEqual(rolesFor(groups, MAPPED), { refused: 'no-group' });
  assert.deepEqual(rolesFor(undefined, { ...MAPPED, roleWithoutGroup: 'viewer' }), everywhere('viewer'));
  assert.deepEqual(rolesFor(['roads'], { ...MAPPED, roleWithoutGroup: 'owner' }), everywhere('owner'));
});

test('too many groups say nothing, and are asked about only where groups matter', () => {
  assert.deepEqual(rolesFor('too-many-groups', { ...MAPPED, roleWithoutGroup: 'viewer' }), {
    refused: 'too-many-groups',
  });
  const none = { groups: [], roleWithoutGroup: 'viewer' as const };
  assert.deepEqual(rolesFor('too-many-groups', none), { by: 'hand', forNew: 'viewer' });
});

test('nobody is an administrator of a department alone', () => {
  const groups = [group('heads', 'administrator', 'parks')];
  assert.deepEqual(rolesFor(['heads'], { groups, roleWithoutGroup: undefined }), everywhere(undefined));
});

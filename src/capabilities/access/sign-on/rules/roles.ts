import { type Refusal, refuse } from '../../../../language/refusal.ts';
import { mayAs, type Role } from '../../../../language/role.ts';
import type { MappedGroup, SignOn } from '../sign-on.ts';
import type { GroupsFault } from './graph.ts';
import type { Presented } from './presented.ts';

/** What somebody may do: in the whole organisation, where they have a role there, and further in departments. */
export type Given = { role: Role | undefined; departments: InDepartment[] };

export type InDepartment = { department: string; role: DepartmentRole };

/** Who looks after people and settings does so for everybody: nobody is an administrator of a department. */
export type DepartmentRole = Exclude<Role, 'administrator'>;

/**
 * What the groups of somebody give them. `by-hand`: no group is mapped, so what administrators gave stands, and only
 * somebody new gets `forNew`.
 */
export type RoleFinding =
  | { by: 'groups'; given: Given }
  | { by: 'hand'; forNew: Role | undefined }
  | Refusal<'no-group' | GroupsFault>;

type Mapping = Pick<SignOn, 'groups' | 'roleWithoutGroup'>;

export function rolesFor(
  groups: Presented['groups'],
  { groups: mapped, roleWithoutGroup }: Mapping,
): RoleFinding {
  if (mapped.length === 0) return { by: 'hand', forNew: roleWithoutGroup };
  if (typeof groups === 'string') return refuse(groups);
  const theirs = mapped.filter(({ value }) => groups?.some(group => same(group, value)));
  if (theirs.length === 0 && !roleWithoutGroup) return refuse('no-group');
  const everywhere = theirs.filter(({ department }) => !department).map(({ role }) => role);
  const role = highest(roleWithoutGroup ? [...everywhere, roleWithoutGroup] : everywhere);
  return { by: 'groups', given: { role, departments: inDepartments(theirs, role) } };
}

/** Only what goes beyond what they may do everywhere. */
function inDepartments(theirs: MappedGroup[], everywhere: Role | undefined): InDepartment[] {
  const placed = theirs.flatMap(({ role, department }) =>
    department ? [{ role, department: department.id }] : [],
  );
  return [...Map.groupBy(placed, ({ department }) => department)].flatMap(([department, given]) => {
    const role = highest(given.map(one => one.role))!;
    if (role === 'administrator' || (everywhere && mayAs(everywhere, role))) return [];
    return [{ department, role }];
  });
}

const highest = (roles: Role[]): Role | undefined =>
  roles.reduce<Role | undefined>((most, role) => (most && mayAs(most, role) ? most : role), undefined);

/** Object ids are compared in small letters, and so are names: no directory has two groups that differ in nothing else. */
const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

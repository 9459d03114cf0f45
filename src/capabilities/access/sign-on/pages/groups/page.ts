import { z } from 'zod';
import { ROLE_NAME, ROLE_PHRASE, ROLES } from '../../../../../language/role.ts';
import type { PageError } from '../../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../../platform/http/visit.ts';
import { mapGroup, unmapGroup } from '../../actions/groups.ts';
import type { SignOnDoor } from '../../door.ts';
import { openDepartments, signOnOf } from '../../queries.ts';
import { roleItems } from '../settings/form.ts';

const shape = z
  .object({
    value: z
      .string({ error: 'Enter the group' })
      .trim()
      .min(1, 'Enter the group')
      .max(200, 'Enter 200 characters or fewer'),
    name: z.string({ error: 'Enter a name, or nothing' }).trim().max(120, 'Enter 120 characters or fewer'),
    role: z.enum(ROLES, { error: 'Choose what its people may do' }),
    department: z.union([z.literal(''), z.uuid()], { error: 'Choose where' }),
  })
  .refine(({ role, department }) => role !== 'administrator' || !department, {
    path: ['role'],
    message:
      'Nobody is an administrator of a department alone: choose another role, or the whole organisation',
  });

const HERE = '/organisation/sign-on/groups';

/** Which groups of the provider give which role, and where. */
export function groupsPage(door: SignOnDoor) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(door, visit, {});

  const add = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return view(door, visit, { errors, answers }, 422);
    const wanted = { ...value, department: value.department || undefined };
    const added = await visit.within(within => mapGroup(within, wanted, visit.now()));
    if ('refused' in added) {
      if (added.refused === 'not-here') return notFound;
      const [field, words] = REFUSED[added.refused];
      return view(door, visit, { errors: fieldProblem(field, words), answers }, 422);
    }
    return redirect(HERE, 'Added. It holds for each of its people from their next sign-on.');
  };

  const remove = async (visit: SignedInVisit): Promise<Answer> => {
    const id = z.uuid().safeParse(visit.params.group);
    const gone = id.success && (await visit.within(within => unmapGroup(within, id.data, visit.now())));
    return gone
      ? redirect(HERE, 'Taken out. It holds for each of its people from their next sign-on.')
      : notFound;
  };

  return { show, add, remove };
}

const REFUSED = {
  'mapped-already': ['value', 'This group gives a role there already. Take that out first'],
  'no-department': ['department', 'Choose a department that is still there'],
} as const;

async function view(
  door: SignOnDoor,
  visit: SignedInVisit,
  given: { errors?: PageError[]; answers?: Record<string, string> },
  status = 200,
): Promise<Answer> {
  const known = await visit.within(async within => ({
    signOn: await signOnOf(within, door),
    departments: await openDepartments(within),
  }));
  if (!known.signOn) return notFound;
  const { groups, roleWithoutGroup, groupClaim } = known.signOn;
  const departments = known.departments.map(({ id, name }) => ({ value: id, text: name }));
  return page(
    'access/sign-on/pages/groups/page.njk',
    {
      answers: {},
      ...given,
      groups: groups.map(group => ({ ...group, roleName: ROLE_NAME[group.role] })),
      roleWithoutGroup,
      rolePhrase: roleWithoutGroup && ROLE_PHRASE[roleWithoutGroup],
      groupClaim,
      roles: roleItems(),
      places: [{ value: '', text: 'The whole organisation' }, ...departments],
    },
    {
      title: 'Groups and roles',
      trail: [
        { text: 'Organisation', href: '/organisation' },
        { text: 'Sign-on', href: '/organisation/sign-on' },
        { text: 'Groups and roles' },
      ],
    },
    status,
  );
}

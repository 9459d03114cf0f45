import { z } from 'zod';
import { ROLE_NAME, ROLES, type Role } from '../../language/role.ts';
import { type Known, passwordFault, passwordFaultInWords } from './rules/password.ts';

/** What each role may do, in the words that stand beside the choice. */
const ROLE_MEANS: Record<Role, string> = {
  viewer: 'Reads plans, comments and takes copies away',
  owner: 'Reads, and keeps the lines they answer for up to date',
  editor: 'Gives in documents, changes plans',
  lead: 'Everything an editor does, and says who may see and change plans',
  administrator: 'Everything a communications lead does, and looks after people and settings',
};

/** Roles in the whole organisation, and none in all of it. */
export const roleChoices = (): { value: Role | 'parts'; text: string; hint: string }[] => [
  ...ROLES.toReversed().map(value => ({ value, text: ROLE_NAME[value], hint: ROLE_MEANS[value] })),
  {
    value: 'parts' as const,
    text: 'Only parts',
    hint: 'Sees nothing but the plans and departments that they are given',
  },
];

/** Addresses are compared in small letters, as mail systems in use do. */
export const email = z
  .string({ error: 'Enter an email address' })
  .trim()
  .toLowerCase()
  .max(254, 'Enter an email address of 254 characters or fewer')
  .pipe(z.email('Enter an email address, like name@example.com'));

export const personName = z
  .string({ error: 'Enter a name' })
  .trim()
  .min(1, 'Enter a name')
  .max(120, 'Enter a name of 120 characters or fewer');

export const role = z.enum([...ROLES, 'parts'], { error: 'Choose what this person may do' });

/** What is only compared with what is known: anything that was typed, and not so much that hashing it is work. */
export const typed = (problem: string) => z.string(problem).min(1, problem).max(1000, problem);

/** A password that may be chosen by somebody of whom this is known. */
export const newPassword = (known: Known) =>
  z.string({ error: 'Enter a password' }).superRefine((password, problem) => {
    const found = passwordFault(password, known);
    if (found) problem.addIssue({ code: 'custom', message: passwordFaultInWords(found) });
  });

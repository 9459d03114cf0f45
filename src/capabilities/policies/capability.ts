import type { Capability } from '../../platform/http/capability.ts';
import { CLAUSES } from './register.ts';

/** What policies and frameworks ask for, clause by clause, with who sees that it is kept. */
export const policiesCapability: Capability = {
  name: 'policies',
  navigation: [{ text: CLAUSES.title, href: '/clauses', place: 24, under: '/plans' }],
  routes: async routes => (await import('../../platform/register/mount.ts')).mountRegister(routes, CLAUSES),
};

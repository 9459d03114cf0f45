import type { Capability } from '../../platform/http/capability.ts';
import { planPage } from './pages/plan/page.ts';
import { plansPage } from './pages/plans/page.ts';

/** Documents made live: their lines in the shape they were printed in, kept up to date, given back as documents. */
export const plansCapability: Capability = {
  name: 'plans',
  navigation: [{ text: 'Plans', href: '/plans' }],
  routes: ({ get }) => {
    get('/plans', 'viewer', plansPage);
    get('/plans/:plan', 'viewer', planPage);
  },
};

import type { Capability } from '../../platform/http/capability.ts';
import { saveOrganisation, showOrganisation } from './pages/organisation/page.ts';

export const organisationsCapability: Capability = {
  name: 'organisations',
  routes: routes => {
    routes.get('/organisation', 'viewer', showOrganisation);
    routes.post('/organisation', 'administrator', saveOrganisation);
  },
  navigation: [{ text: 'Organisation', href: '/organisation', place: 100 }],
};

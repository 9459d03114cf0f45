import type { Capability } from '../../platform/http/capability.ts';
import { saveCalendar, showCalendar } from './pages/calendar/page.ts';
import { saveOrganisation, showOrganisation } from './pages/organisation/page.ts';

export const organisationsCapability: Capability = {
  name: 'organisations',
  routes: routes => {
    routes.get('/organisation', 'viewer', showOrganisation);
    routes.post('/organisation', 'administrator', saveOrganisation);
    routes.get('/organisation/calendar', 'administrator', showCalendar);
    routes.post('/organisation/calendar', 'administrator', saveCalendar);
  },
  navigation: [{ text: 'Organisation', href: '/organisation', place: 100 }],
};

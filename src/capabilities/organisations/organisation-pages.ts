import type { OrganisationPage } from '../../platform/http/organisation-page.ts';

/** The pages of this capability by which the organisation is looked after. */
export const ORGANISATION_PAGES: OrganisationPage[] = [
  {
    group: 'Who works here',
    text: 'Directory',
    href: '/directory',
    hint: 'People, posts, departments and teams; who covers whom',
    needs: 'viewer',
  },
  {
    group: 'Who works here',
    text: 'Owners',
    href: '/organisation/owners',
    hint: 'The names under which plans mean somebody',
    needs: 'editor',
  },
  {
    group: 'Places and bodies',
    text: 'Areas',
    href: '/directory/areas',
    hint: 'Wards, sectors, parishes and the like',
    needs: 'viewer',
  },
  {
    group: 'Places and bodies',
    text: 'Outside bodies',
    href: '/directory/bodies',
    hint: 'Boards, panels, schools and councils, with who holds which role',
    needs: 'viewer',
  },
  {
    group: 'Days and hours',
    text: 'How the year is counted',
    href: '/organisation/calendar',
    hint: 'What a quarter, a financial year and a season mean',
    needs: 'administrator',
  },
  {
    group: 'Days and hours',
    text: 'Working days',
    href: '/organisation/working-days',
    hint: 'Bank holidays, office hours, days on which it is closed',
    needs: 'viewer',
  },
];

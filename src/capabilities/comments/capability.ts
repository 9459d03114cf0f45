import type { Capability } from '../../platform/http/capability.ts';
import { mentionsPage, postSeen } from './pages/mentions/page.ts';
import { COMMENT_DATA } from './personal.ts';

/** What people say of records, whatever kind they are, and whom they name in it. */
export const commentsCapability: Capability = {
  name: 'comments',
  personal: COMMENT_DATA,
  navigation: [
    { text: 'Comments that name you', href: '/mentions', place: 28, under: '/plans', needs: 'anywhere' },
  ],
  routes: ({ get, post }) => {
    get('/mentions', 'anywhere', mentionsPage);
    post('/mentions/seen', 'anywhere', postSeen);
  },
};

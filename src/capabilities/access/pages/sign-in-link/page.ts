import { type Answer, page, type Visit } from '../../../../platform/http/visit.ts';
import { linkOwner } from '../../actions/asked-links.ts';
import { followSignInLink } from '../../actions/following.ts';
import type { Door } from '../../door.ts';
import { linkOver } from '../link-over.ts';

const OVER = linkOver('Go to the page “Sign in”, and ask for another one or use your password.');

/** What a link from a message opens: a page with one button. A scanner that looks at it signs nobody in. */
export function signInLinkPage(door: Door) {
  const owner = (visit: Visit) =>
    door.database.beforeOrganisation(db => linkOwner(db, visit.params.token!, 'sign-in', visit.now()));

  const show = async (visit: Visit): Promise<Answer> => {
    const account = await owner(visit);
    if (!account) return OVER;
    return page(
      'access/pages/sign-in-link/page.njk',
      { account, token: visit.params.token },
      { title: 'Sign in' },
    );
  };

  const send = async (visit: Visit): Promise<Answer> => {
    const account = await owner(visit);
    if (!account) return OVER;
    const whence = door.whence(visit, account.email);
    const followed = await followSignInLink(door.database, visit.params.token!, whence, visit.now());
    return 'refused' in followed ? OVER : door.goOn(visit, followed, account.email, '/');
  };

  return { show, send };
}

import { randomUUID } from 'node:crypto';
import type { Stage } from './stage.ts';
import { LONG_NAME, LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

export async function accessVisits({ site, people }: Stage): Promise<Visits> {
  const { administrator } = people;
  const add = async (name: string, email: string) => {
    const answer = await administrator.post('/organisation/people', { name, email, role: 'viewer' });
    const link = answer.dom.querySelector('#address')!.text.trim();
    const page = answer.dom.querySelector('main a[href^="/organisation/people/"]')!.getAttribute('href')!;
    return { join: new URL(link).pathname, page };
  };
  const invited = await add('Ines Inkpen', 'ines@ashmere.example');
  const long = await add(LONG_NAME, `${LONG_WORD.slice(0, 60)}@ashmere.example`);
  const former = await add('Lew Former', 'lew@ashmere.example');
  await administrator.post(`${former.page}/end`);
  const [link] = await site.query<{ account_id: string }>(
    "select account_id from memberships where account_id <> $1 and role = 'editor' limit 1",
    [randomUUID()],
  );
  const settled = `/organisation/people/${link!.account_id}`;
  return {
    visits: [
      { route: 'GET /sign-in', state: 'as everybody meets it', path: '/sign-in', keyboard: true },
      {
        route: 'POST /sign-in',
        state: 'with nothing typed',
        path: '/sign-in',
        act: press('Sign in'),
        status: 422,
      },
      {
        route: 'GET /set-up/:token',
        state: 'with a link that is over',
        path: '/set-up/used-before',
        status: 410,
      },
      { route: 'GET /join/:token', state: 'for somebody new', path: invited.join, keyboard: true },
      {
        route: 'GET /join/:token',
        state: 'with a link that is over',
        path: '/join/used-before',
        status: 410,
      },
      {
        route: 'POST /join/:token',
        state: 'with nothing typed',
        path: invited.join,
        act: press('Join'),
        status: 422,
      },
      { route: 'GET /account', state: 'of an editor', path: '/account', as: 'editor' },
      { route: 'GET /account', state: 'before there is an organisation', path: '/account', as: 'arriving' },
      {
        route: 'POST /account/password',
        state: 'with nothing typed',
        path: '/account',
        as: 'editor',
        act: press('Change password'),
        status: 422,
      },
      { route: 'GET /organisations', state: 'with one', path: '/organisations', as: 'administrator' },
      { route: 'GET /organisations', state: 'with none', path: '/organisations', as: 'arriving' },
      {
        route: 'GET /organisations/new',
        state: 'for an administrator of another',
        path: '/organisations/new',
        as: 'administrator',
        keyboard: true,
      },
      {
        route: 'POST /organisations/new',
        state: 'with nothing typed',
        path: '/organisations/new',
        as: 'administrator',
        act: press('Set up'),
        status: 422,
      },
      {
        route: 'GET /organisation/people',
        state: 'with people of every kind',
        path: '/organisation/people',
        as: 'administrator',
        keyboard: true,
      },
      {
        route: 'POST /organisation/people',
        state: 'with nothing typed',
        path: '/organisation/people',
        as: 'administrator',
        act: press('Add'),
        status: 422,
      },
      {
        route: 'GET /organisation/people',
        state: 'for a viewer',
        path: '/organisation/people',
        as: 'viewer',
        status: 403,
      },
      {
        route: 'GET /organisation/people/:account',
        state: 'of somebody at work',
        path: settled,
        as: 'administrator',
        keyboard: true,
      },
      {
        route: 'GET /organisation/people/:account',
        state: 'with a very long name',
        path: long.page,
        as: 'administrator',
      },
      {
        route: 'GET /organisation/people/:account',
        state: 'of somebody who left',
        path: former.page,
        as: 'administrator',
      },
      {
        route: 'POST /organisation/people/:account/link',
        state: 'with the new link',
        path: long.page,
        as: 'administrator',
        act: press('Make a new link'),
      },
    ],
    noPages: [{ route: 'GET /', because: 'it leads to Today' }],
  };
}

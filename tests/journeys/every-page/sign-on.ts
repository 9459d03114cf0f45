import { randomUUID } from 'node:crypto';
import { offerSignOn } from '../../support/sign-on.ts';
import type { Stage } from './stage.ts';
import { LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

const PAGE = '/organisation/sign-on';

/** A provider that does not answer: what it says when it does is tried beside the pages. */
const AWAY = { issuer: 'http://127.0.0.1:9', clientId: 'commsgrid', secret: 'kept' };

/** Sign-on set up, offered, tried and stopped. */
export async function signOnVisits({ site, people }: Stage): Promise<Visits> {
  const { organisation } = people.editor;
  await offerSignOn(site, organisation, AWAY, {
    domains: ['ashmere.example', `${LONG_WORD.slice(0, 60).toLowerCase()}.example`],
    groups: [
      { value: randomUUID(), role: 'editor' },
      { value: LONG_WORD, role: 'viewer' },
    ],
  });
  const { account } = people.editor;
  const now = site.clock.now();
  await site.within(organisation, ({ db }) =>
    db
      .insertInto('sign_on_identities')
      .values({ issuer: AWAY.issuer, subject: LONG_WORD, account_id: account.id, tied_at: now, seen_at: now })
      .execute(),
  );
  await refusedBefore(site, organisation, account.id);
  return {
    visits: [
      { route: `GET ${PAGE}`, state: 'before it is set up', path: PAGE, as: 'newcomer', keyboard: true },
      { route: `GET ${PAGE}`, state: 'offered', path: PAGE, as: 'administrator' },
      {
        route: `POST ${PAGE}`,
        state: 'with nothing typed',
        path: PAGE,
        as: 'newcomer',
        act: press('Save'),
        status: 422,
      },
      {
        route: `POST ${PAGE}/check`,
        state: 'while the provider is away',
        path: PAGE,
        as: 'administrator',
        act: press('Check the connection'),
      },
      {
        route: `GET ${PAGE}/groups`,
        state: 'with groups',
        path: `${PAGE}/groups`,
        as: 'administrator',
        keyboard: true,
      },
      {
        route: `POST ${PAGE}/groups`,
        state: 'with nothing typed',
        path: `${PAGE}/groups`,
        as: 'administrator',
        act: press('Add'),
        status: 422,
      },
      {
        route: `GET ${PAGE}/offer`,
        state: 'beside the password',
        path: `${PAGE}/offer`,
        as: 'administrator',
        keyboard: true,
      },
      {
        route: `GET ${PAGE}/refused`,
        state: 'with some who were not let in',
        path: `${PAGE}/refused`,
        as: 'administrator',
      },
      {
        route: `GET ${PAGE}/refused`,
        state: 'with nobody',
        path: `${PAGE}/refused`,
        as: 'newcomer',
      },
      { route: 'GET /account/sign-on', state: 'tied', path: '/account/sign-on', as: 'editor' },
      { route: 'GET /account/sign-on', state: 'not tied yet', path: '/account/sign-on', as: 'viewer' },
      {
        route: 'GET /organisation/people/:account/sign-on',
        state: 'of somebody who came in by it',
        path: `/organisation/people/${account.id}/sign-on`,
        as: 'administrator',
      },
      { route: 'GET /sign-in', state: 'with a sign-on', path: '/sign-in', keyboard: true },
      {
        route: 'GET /sign-on/:organisation/begin',
        state: 'while the provider is away',
        path: `/sign-on/${organisation}/begin`,
        status: 502,
      },
      {
        route: 'GET /sign-on/:organisation/callback',
        state: 'with an answer that nobody asked for',
        path: `/sign-on/${organisation}/callback?code=x&state=y`,
        status: 410,
      },
      {
        route: 'GET /sign-on/:organisation/leaving',
        state: 'still signed in at the provider',
        path: `/sign-on/${organisation}/leaving`,
      },
      { route: 'GET /sign-on/signed-out', state: 'everywhere', path: '/sign-on/signed-out' },
    ],
    noPages: [
      {
        route: 'GET /sign-on/:organisation/ended',
        because: 'a provider opens it out of sight; it looks as being signed out everywhere does',
      },
    ],
  };
}

/** Somebody who works here, and somebody with a long address whom nobody knows. */
async function refusedBefore(site: Stage['site'], organisation: string, account: string): Promise<void> {
  await site.query(
    `insert into sign_in_events (organisation_id, account_id, claimed, at, what, device, address) values
      ($1, $2, 'ed@ashmere.example', $3, 'sign-on-refused-no-group', 'Firefox on Windows', '192.0.2.0'),
      ($1, null, $4, $3, 'sign-on-refused-not-our-domain', '', null),
      ($1, null, null, $3, 'sign-on-failed-clock', 'Safari on an iPhone', '192.0.2.0')`,
    [organisation, account, site.clock.now().toString(), `${LONG_WORD.toLowerCase()}@ashmere.example`],
  );
}

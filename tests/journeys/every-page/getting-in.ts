import type { Page } from 'playwright-core';
import { withAuthenticator } from '../../support/authenticator.ts';
import { linkIn } from '../../support/letters.ts';
import { type Client, PASSWORD, type TestSite } from '../../support/site.ts';
import type { Stage } from './stage.ts';
import { LONG_WORD } from './stage.ts';
import { type PageVisit, press, type Visits } from './visit.ts';

const AGENT = { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Firefox/143.0' } };

/** Authenticator apps, links by email, sessions and the history of sign-ins. */
export async function gettingInVisits({ site, people }: Stage): Promise<Visits> {
  const { editor, newcomer, viewer } = people;
  // time has passed since everybody signed in: as if they had said their passwords just now
  await site.query('update sessions set proven_at = $1', [site.clock.now()]);
  const began = site.clock.now();
  const phoned = await site.person({ name: 'Philippa Phone' });
  await withAuthenticator(site, phoned);
  await withAuthenticator(site, newcomer);
  site.clock.set(began);
  await viewer.post('/account/authenticator', { password: PASSWORD });
  for (const password of ['not the password', PASSWORD])
    await site.visitor('192.0.2.7').post('/sign-in', { email: editor.account.email, password }, AGENT);
  const links = await linksFor(site, editor);
  const withPassword = async (page: Page) => {
    await page.getByLabel('Email address').fill(phoned.account.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const visits: PageVisit[] = [
    { route: 'GET /sign-in/code', state: 'after the password', path: '/sign-in', act: withPassword },
    {
      route: 'GET /sign-in/code',
      state: 'with a recovery code',
      path: '/sign-in/code?with=recovery-code',
      keyboard: true,
    },
    {
      route: 'POST /sign-in/code',
      state: 'with nothing typed',
      path: '/sign-in/code',
      act: press('Go on'),
      status: 422,
    },
    ...asking('/sign-in/link', 'a link to sign in'),
    ...asking('/sign-in/forgotten', 'a new password'),
    { route: 'GET /sign-in/link/:token', state: 'with a link that works', path: links.signIn },
    {
      route: 'GET /sign-in/link/:token',
      state: 'with one that is over',
      path: '/sign-in/link/over',
      status: 410,
    },
    {
      route: 'GET /sign-in/reset/:token',
      state: 'with a link that works',
      path: links.reset,
      keyboard: true,
    },
    {
      route: 'POST /sign-in/reset/:token',
      state: 'with nothing typed',
      path: links.reset,
      act: press('Change password'),
      status: 422,
    },
    {
      route: 'GET /sign-in/reset/:token',
      state: 'with one that is over',
      path: '/sign-in/reset/over',
      status: 410,
    },
    { route: 'GET /account/email', state: 'of an editor', path: '/account/email', as: 'editor' },
    {
      route: 'POST /account/email',
      state: 'with nothing typed',
      path: '/account/email',
      as: 'editor',
      act: press('Send the link'),
      status: 422,
    },
    {
      route: 'GET /account/email/:token',
      state: 'with a link that works',
      path: links.address,
      as: 'editor',
    },
    {
      route: 'GET /account/prove',
      state: 'by the password',
      path: '/account/prove',
      as: 'editor',
      keyboard: true,
    },
    { route: 'GET /account/prove', state: 'by a code', path: '/account/prove?to=/account', as: 'newcomer' },
    {
      route: 'POST /account/prove',
      state: 'with nothing typed',
      path: '/account/prove',
      as: 'newcomer',
      act: press('Go on'),
      status: 422,
    },
    {
      route: 'GET /account/authenticator',
      state: 'switched off',
      path: '/account/authenticator',
      as: 'editor',
      keyboard: true,
    },
    {
      route: 'GET /account/authenticator',
      state: 'switched on',
      path: '/account/authenticator',
      as: 'newcomer',
    },
    {
      route: 'POST /account/authenticator',
      state: 'without the password',
      path: '/account/authenticator',
      as: 'editor',
      act: press('Set up the app'),
      status: 422,
    },
    {
      route: 'GET /account/authenticator/connect',
      state: 'with the square',
      path: '/account/authenticator/connect',
      as: 'viewer',
      keyboard: true,
    },
    {
      route: 'POST /account/authenticator/connect',
      state: 'with nothing typed',
      path: '/account/authenticator/connect',
      as: 'viewer',
      act: press('Switch it on'),
      status: 422,
    },
    {
      route: 'POST /account/authenticator/codes',
      state: 'with ten new codes',
      path: '/account/authenticator',
      as: 'newcomer',
      act: press('Make new codes'),
    },
    {
      route: 'GET /account/sessions',
      state: 'with several',
      path: '/account/sessions',
      as: 'editor',
      keyboard: true,
    },
    {
      route: 'GET /account/sessions',
      state: 'before there is an organisation',
      path: '/account/sessions',
      as: 'arriving',
    },
    { route: 'GET /account/sign-ins', state: 'with some', path: '/account/sign-ins', as: 'editor' },
    { route: 'GET /account/sign-ins', state: 'with none', path: '/account/sign-ins', as: 'arriving' },
    {
      route: 'GET /organisation/sign-in',
      state: 'of an organisation that changed nothing',
      path: '/organisation/sign-in',
      as: 'administrator',
      keyboard: true,
    },
    ...signInsOf(editor.account.id),
  ];
  return { visits };
}

const asking = (path: string, what: string): PageVisit[] => [
  { route: `GET ${path}`, state: `asking for ${what}`, path, keyboard: true },
  { route: `POST ${path}`, state: 'with nothing typed', path, act: press('Send me a link'), status: 422 },
  {
    route: `POST ${path}`,
    state: `for ${what}, with the answer that all get`,
    path,
    act: async page => {
      await page.getByLabel('Email address').fill(`${LONG_WORD.slice(0, 60)}@ashmere.example`);
      await page.getByRole('button', { name: 'Send me a link', exact: true }).click();
    },
  },
];

const signInsOf = (account: string): PageVisit[] => {
  const path = `/organisation/people/${account}/sign-ins`;
  const route = 'GET /organisation/people/:account/sign-ins';
  return [
    { route, state: 'of an editor', path, as: 'administrator', keyboard: true },
    { route, state: 'for a viewer', path, as: 'viewer', status: 403 },
  ];
};

async function linksFor(site: TestSite, editor: Client) {
  const open = await site.organisation('Parish of Wragby');
  await site.query(
    `insert into sign_in_rules (organisation_id, second_factor_required, links_allowed, idle_minutes, lifetime_hours)
     values ($1, false, true, 720, 168)`,
    [open],
  );
  const { email } = (await site.person({ organisation: open, name: 'Lin Linkman' })).account;
  await site.visitor('192.0.2.8').post('/sign-in/link', { email });
  await site.visitor('192.0.2.8').post('/sign-in/forgotten', { email });
  await editor.post('/account/email', { email: 'edwin.new@ashmere.example' });
  return {
    signIn: await linkIn(site, email, 'sign-in-link'),
    reset: await linkIn(site, email, 'new-password'),
    address: await linkIn(site, 'edwin.new@ashmere.example', 'new-address'),
  };
}

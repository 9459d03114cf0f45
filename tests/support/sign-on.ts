import type { Role } from '../../src/language/role.ts';
import { sealing } from '../../src/platform/secrets/sealed.ts';
import type { Client, Response } from './client.ts';
import { CookieJar } from './jar.ts';
import type { TestSite } from './site.ts';

/** How far a browser gets at a provider: back to us with what address, or stopped at a page of the provider. */
export type Trip = { back: string } | { stoppedAt: string; status: number };

/** A browser of its own at the provider; ours keeps its cookies apart, as browsers do. */
export async function atProvider(address: string, site: string, jar = new CookieJar()): Promise<Trip> {
  let at = address;
  for (let hops = 0; hops < 10; hops++) {
    if (at.startsWith(`${site}/`)) return { back: at.slice(site.length) };
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: jar.header() } });
    await answer.arrayBuffer();
    jar.take({ 'set-cookie': answer.headers.getSetCookie() });
    const next = answer.headers.get('location');
    if (!next) return { stoppedAt: at, status: answer.status };
    at = new URL(next, at).href;
  }
  throw new Error(`A provider leads round in circles: ${at}`);
}

/** From our button to the provider and back, as far as it goes. */
export async function signOn(
  browser: Client,
  begin: string,
  site: string,
  jar?: CookieJar,
): Promise<Response> {
  const sent = await browser.get(begin);
  if (!sent.location?.startsWith('http')) return sent;
  const trip = await atProvider(sent.location, site, jar);
  if (!('back' in trip)) throw new Error(`The provider stopped at ${trip.stoppedAt} (${trip.status}).`);
  return browser.get(trip.back);
}

/** Signs out at the provider itself, and agrees there that it is meant. */
export async function signOutThere(issuer: string, jar: CookieJar): Promise<void> {
  const cookies = () => ({ headers: { cookie: jar.header() }, redirect: 'manual' as const });
  const asked = await fetch(`${issuer}/session/end`, cookies());
  jar.take({ 'set-cookie': asked.headers.getSetCookie() });
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(await asked.text()) ?? [];
  const body = new URLSearchParams({ xsrf, logout: 'yes' });
  await fetch(`${issuer}/session/end/confirm`, { ...cookies(), method: 'POST', body });
}

type Peer = { issuer: string; clientId: string; secret: string };
type Wanted = {
  alone?: boolean;
  domains?: string[];
  makesAccounts?: boolean;
  roleWithoutGroup?: Role | null;
  groups?: { value: string; role: Role; department?: string }[];
};

/** Straight into the tables: the pages that set it up have tests of their own. */
export async function offerSignOn(
  site: TestSite,
  organisation: string,
  { issuer, clientId, secret }: Peer,
  {
    alone = false,
    domains = ['ashmere.example'],
    makesAccounts = true,
    roleWithoutGroup = 'viewer',
    groups = [],
  }: Wanted = {},
): Promise<void> {
  const sealed = sealing(site.signingSecret, 'sign-on').seal(secret, organisation);
  await site.within(organisation, async ({ db }) => {
    for (const table of ['sign_ons', 'sign_on_groups', 'sign_on_domains'] as const)
      await db.deleteFrom(table).execute();
    await db
      .insertInto('sign_ons')
      .values({
        issuer,
        client_id: clientId,
        sealed_secret: sealed,
        button: 'Sign in with Ashmere',
        makes_accounts: makesAccounts,
        group_claim: 'groups',
        role_without_group: roleWithoutGroup,
      })
      .execute();
    await db
      .updateTable('organisations')
      .set({ sign_on: 'Sign in with Ashmere', sign_on_only: alone })
      .execute();
    for (const domain of domains) await db.insertInto('sign_on_domains').values({ domain }).execute();
    for (const { value, role, department } of groups)
      await db
        .insertInto('sign_on_groups')
        .values({ group_value: value, name: value, role, department_id: department ?? null })
        .execute();
  });
}

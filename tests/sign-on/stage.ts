import { after, beforeEach } from 'node:test';
import { type OidcPeer, oidcPeer } from '../support/oidc-peer.ts';
import { offerSignOn } from '../support/sign-on.ts';
import { type TestSite, testSite } from '../support/site.ts';

export const OURS = 'http://localhost:3000';

/** A site and a provider that many tests share: starting them takes longer than all that is tried on them. */
export type Stage = {
  site: TestSite;
  peer: OidcPeer;
  organisation: string;
  /** Where the organisation's sign-on is begun. */
  begin: string;
  /** Another person each time, as the provider knows them. */
  somebody: (more?: Record<string, unknown>) => { sub: string; email: string } & Record<string, unknown>;
  workOf: (email: string, where?: string) => Promise<{ role: string | null; ended: boolean } | undefined>;
};

export async function signOnStage(): Promise<Stage> {
  const site = await testSite({ url: OURS, now: Temporal.Now.instant().round('second') });
  const peer = await oidcPeer(OURS);
  const organisation = await site.organisation('Borough of Ashmere');
  after(async () => {
    await peer.close();
    await site.close();
  });
  beforeEach(async () => {
    peer.slow = 0;
    await offerSignOn(site, organisation, peer);
  });
  let made = 0;
  return {
    site,
    peer,
    organisation,
    begin: `/sign-on/${organisation}/begin`,
    somebody: (more = {}) => {
      const sub = `person-${++made}`;
      const email = `${sub}@ashmere.example`;
      return { sub, name: `Nell Brook ${made}`, email, email_verified: true, ...more };
    },
    workOf: async (email, where = organisation) => {
      const rows = await site.query<{ role: string | null; ended: boolean }>(
        `select m.role, m.ended_at is not null as ended from memberships m join accounts a on a.id = m.account_id
         where a.email = $1 and m.organisation_id = $2`,
        [email, where],
      );
      return rows[0];
    },
  };
}

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Role } from '../../src/language/role.ts';
import type { ForgingPeer } from '../support/forging-peer.ts';
import { graphPeer } from '../support/graph-peer.ts';
import { offerSignOn, signOn } from '../support/sign-on.ts';
import type { TestSite } from '../support/site.ts';

type Stage = { site: TestSite; peer: ForgingPeer; organisation: string; ours: string };

/** Somebody in more groups than Entra ID puts into a token: it says where they stand, and Microsoft Graph lists them. */
export async function groupsElsewhere({ site, peer, organisation, ours }: Stage): Promise<void> {
  const graph = await graphPeer('opaque');
  after(graph.close);
  const [editors, leads] = [randomUUID(), randomUUID()];
  const oid = randomUUID();
  const email = 'many.groups@ashmere.example';

  /** The address in the claim is a trap: only what belongs to the provider's cloud is asked. */
  const overage = (endpoint = `http://${graph.host}/trap`) => ({
    oid,
    email,
    xms_edov: true,
    _claim_names: { groups: 'src1' },
    _claim_sources: { src1: { endpoint } },
  });
  const mapped: { value: string; role: Role }[] = [
    { value: editors, role: 'editor' },
    { value: leads, role: 'lead' },
  ];
  const arrive = async (groups = mapped, roleWithoutGroup: 'viewer' | null = null) => {
    await offerSignOn(site, organisation, peer, { groups, roleWithoutGroup });
    // what was published before is forgotten with an answer that is worth nothing
    Object.assign(peer, { publishes: {}, refuses: { status: 400, error: 'invalid_grant' } });
    await signOn(site.visitor(), `/sign-on/${organisation}/begin`, ours);
    Object.assign(peer, { publishes: { msgraph_host: graph.host }, refuses: undefined, says: overage() });
    graph.asked.length = 0;
    return signOn(site.visitor(), `/sign-on/${organisation}/begin`, ours);
  };
  const role = async () => {
    const rows = await site.query<{ role: string; ended: boolean }>(
      `select role, ended_at is not null as ended from memberships m
       join accounts a on a.id = m.account_id where a.email = $1`,
      [email],
    );
    return rows[0];
  };

  test('groups that are too many for a token are asked for, on all pages, and give their role', async () => {
    graph.groups = [...Array.from({ length: 6 }, () => randomUUID()), editors, leads.toUpperCase()];
    graph.onAPage = 3;
    const answer = await arrive();
    assert.equal(answer.location, '/', answer.text);
    assert.deepEqual(await role(), { role: 'lead', ended: false });
    assert.equal(graph.asked.length, 3);
    assert.ok(graph.asked.every(path => path.startsWith('/v1.0/me/transitiveMemberOf/')));
    assert.match((await site.visitor().get(`/sign-on/${organisation}/begin`)).location!, /User\.Read/);
  });

  test('who is in fewer groups now has the role of those', async () => {
    graph.groups = [randomUUID(), editors];
    await arrive();
    assert.deepEqual(await role(), { role: 'editor', ended: false });
  });

  test('a list that cannot be had is told in words, lets nobody in, and changes nothing', async () => {
    const faults: [NonNullable<typeof graph.instead>, RegExp][] = [
      [{ status: 403, code: 'Authorization_RequestDenied' }, /needs the delegated permission User\.Read/],
      [{ status: 503, code: 'serviceNotAvailable' }, /cannot be had at the moment.*Try again/],
      [{ next: 'http://169.254.169.254/latest' }, /cannot be read to its end/],
    ];
    for (const [instead, words] of faults) {
      graph.instead = instead;
      const answer = await arrive(mapped, 'viewer');
      assert.equal(answer.status, 403);
      assert.match(answer.text, words);
      assert.deepEqual(await role(), { role: 'editor', ended: false });
    }
    graph.instead = undefined;
  });

  test('where a group goes by its name here, a list of object ids decides nothing', async () => {
    const answer = await arrive([...mapped, { value: 'Comms-Leads', role: 'lead' }]);
    assert.match(answer.text, /in so many groups that your provider does not list them/);
    assert.deepEqual(graph.asked, []);
    assert.deepEqual(await role(), { role: 'editor', ended: false });
  });

  test('who is in none of the groups any more stops working here', async () => {
    graph.groups = [randomUUID()];
    assert.match((await arrive()).text, /in no group that may work here/);
    assert.deepEqual(await role(), { role: 'editor', ended: true });
  });

  test('an administrator who tries it sees the list, or what stands in its way', async () => {
    const administrator = await site.person({ role: 'administrator', organisation });
    graph.groups = [editors];
    await arrive();
    const way = async () => {
      const { dom } = await administrator.get('/organisation/sign-on');
      return dom.querySelector('main a[href*="for=try"]')!.getAttribute('href')!.replaceAll('&amp;', '&');
    };
    assert.match((await signOn(administrator, await way(), ours)).text, new RegExp(`Groups Good ${editors}`));
    graph.instead = { status: 403 };
    const refused = await signOn(administrator, await way(), ours);
    assert.match(refused.text, /User\.Read, and grant admin consent.*nobody can tell their groups/);
    graph.instead = undefined;
  });
}

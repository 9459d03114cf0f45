import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerSignOn, signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

/** What people may do once they came in follows their groups. */
export function roles({ site, peer, organisation, begin, somebody, workOf }: Stage): void {
  test('what somebody may do follows their groups, at each sign-on', async () => {
    await offerSignOn(site, organisation, peer, {
      roleWithoutGroup: null,
      groups: [
        { value: 'comms-editors', role: 'editor' },
        { value: 'comms-leads', role: 'lead' },
      ],
    });
    const person = somebody({ groups: ['all-staff', 'Comms-Editors', 'comms-leads'] });
    peer.signedIn = person;
    const browser = site.visitor();
    await signOn(browser, begin, OURS);
    assert.deepEqual(await workOf(person.email), { role: 'lead', ended: false });

    peer.signedIn = { ...person, groups: ['comms-editors'] };
    const second = site.visitor();
    await signOn(second, begin, OURS);
    assert.deepEqual(await workOf(person.email), { role: 'editor', ended: false });
    assert.equal((await browser.get('/plans')).status, 200, 'the first browser stays signed in');

    peer.signedIn = { ...person, groups: ['all-staff'] };
    const refused = await signOn(site.visitor(), begin, OURS);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /in no group that may work here.*Ask Ada Marsh or Fay Founder/);
    assert.deepEqual(await workOf(person.email), { role: 'editor', ended: true });
    for (const one of [browser, second])
      assert.match((await one.get('/plans')).location ?? '', /^\/sign-in/, 'every browser is signed out');

    peer.signedIn = { ...person, groups: ['comms-leads'] };
    await signOn(site.visitor(), begin, OURS);
    assert.deepEqual(await workOf(person.email), { role: 'lead', ended: false });
  });

  test('a group may give a part alone, which goes with the group', async () => {
    const [department] = await site.within(organisation, ({ db }) =>
      db
        .insertInto('departments')
        .values({ name: 'Parks', created_at: site.clock.now(), changed_at: site.clock.now() })
        .returning('id')
        .execute(),
    );
    const groups = [{ value: 'parks', role: 'editor' as const, department: department!.id }];
    await offerSignOn(site, organisation, peer, { roleWithoutGroup: null, groups });
    const person = somebody({ groups: ['parks'] });
    peer.signedIn = person;
    const browser = site.visitor();
    assert.equal((await signOn(browser, begin, OURS)).location, '/');
    assert.deepEqual(await workOf(person.email), { role: null, ended: false });
    const parts = () =>
      site.query('select role, given_by from grants where department_id = $1', [department!.id]);
    assert.deepEqual(await parts(), [{ role: 'editor', given_by: 'Sign-on' }]);
    peer.signedIn = { ...person, groups: [] };
    await signOn(site.visitor(), begin, OURS);
    assert.deepEqual(await parts(), []);
  });

  test('the last administrator stays one, whatever a mapping says', async () => {
    const alone = await site.organisation('Ashmere Parish Council');
    const person = somebody();
    await offerSignOn(site, alone, peer, { domains: [], groups: [{ value: 'readers', role: 'viewer' }] });
    await site.person({ role: 'administrator', organisation: alone, email: person.email });
    await site.query(
      `update memberships set ended_at = now() where organisation_id = $1 and account_id <> (select id from accounts where email = $2)`,
      [alone, person.email],
    );
    await offerSignOn(site, alone, peer, { domains: ['parish.example'] });
    await site.query('delete from sign_on_domains where organisation_id = $1', [organisation]);
    await offerSignOn(site, alone, peer, { groups: [{ value: 'readers', role: 'viewer' }] });
    peer.signedIn = { ...person, groups: ['readers'] };
    assert.equal((await signOn(site.visitor(), `/sign-on/${alone}/begin`, OURS)).location, '/');
    assert.deepEqual(await workOf(person.email, alone), { role: 'administrator', ended: false });
    await site.query('delete from sign_on_domains where organisation_id = $1', [alone]);
  });
}

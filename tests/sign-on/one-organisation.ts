import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

/** A provider speaks for one organisation and for nothing else. */
export function oneOrganisation({ site, peer, organisation, begin, somebody, workOf }: Stage): void {
  test('a session that a sign-on began opens that organisation and no other', async () => {
    const person = somebody();
    peer.signedIn = person;
    const browser = site.visitor();
    await signOn(browser, begin, OURS);
    const elsewhere = await site.organisation('Marsh Police');
    await site.query(
      `insert into memberships (organisation_id, account_id, role, created_at)
       select $1, id, 'administrator', now() from accounts where email = $2`,
      [elsewhere, person.email],
    );
    assert.equal((await browser.get('/plans')).status, 200);
    assert.equal((await browser.post('/organisations', { organisation: elsewhere })).status, 404);
    assert.match((await browser.get('/plans')).text, /Borough of Ashmere/);
  });

  test('an organisation’s provider opens no account of a person of another organisation', async () => {
    const elsewhere = await site.organisation('Marsh Fire Service');
    const victim = await site.person({
      role: 'administrator',
      organisation: elsewhere,
      email: 'vic@ashmere.example',
    });
    peer.signedIn = somebody({ email: victim.account.email });
    const refused = await signOn(site.visitor(), begin, OURS);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /has an account with another organisation/);
    assert.equal(await workOf(victim.account.email), undefined);

    // added here by an administrator: still not by a provider's word, which its administrators write
    await site.query(
      `insert into memberships (organisation_id, account_id, role, created_at) values ($1, $2, 'viewer', now())`,
      [organisation, victim.account.id],
    );
    const again = await signOn(site.visitor(), begin, OURS);
    assert.equal(again.status, 403);
    assert.match(again.text, /tie your account to sign-on on your own page/);
  });

  test('whoever only ever signed on can be added by another organisation, and chooses a password for it', async () => {
    const person = somebody();
    peer.signedIn = person;
    await signOn(site.visitor(), begin, OURS);
    const elsewhere = await site.organisation('Marsh Housing Trust');
    const other = await site.person({ role: 'administrator', organisation: elsewhere });
    const fields = { name: 'Nell', email: person.email, role: 'viewer' };
    const added = await other.post('/organisation/people', fields, { follow: true });
    assert.match(added.text, /is added\. They have an account already/);
    assert.deepEqual(await workOf(person.email, elsewhere), { role: 'viewer', ended: false });
  });

  test('what changes an account that opens another organisation too asks for its own password', async () => {
    const elsewhere = await site.organisation('Marsh Ambulance Service');
    const person = somebody();
    peer.signedIn = person;
    const alone = site.visitor();
    await signOn(alone, begin, OURS);
    await site.query(
      `insert into memberships (organisation_id, account_id, role, created_at)
       select $1, id, 'viewer', now() from accounts where email = $2`,
      [elsewhere, person.email],
    );
    const both = site.visitor();
    await signOn(both, begin, OURS);
    assert.equal((await alone.get('/account/email')).status, 200);
    assert.match(
      (await both.post('/account/email', { email: 'evil@elsewhere.example' })).location ?? '',
      /prove/,
    );
  });
}

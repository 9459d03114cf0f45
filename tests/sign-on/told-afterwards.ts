import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letters } from '../support/letters.ts';
import { offerSignOn, signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

const REFUSED = '/organisation/sign-on/refused';

/** What stands afterwards where somebody came in, or did not: for them, and for whoever looks after access. */
export function toldAfterwards({ site, peer, organisation, begin, somebody }: Stage): void {
  test('who was not let in stands where administrators see it, with the reason and nothing secret', async () => {
    await offerSignOn(site, organisation, peer, { makesAccounts: false });
    peer.signedIn = somebody({ email: 'una.invited@ashmere.example' });
    assert.equal((await signOn(site.visitor('10.8.0.9'), begin, OURS)).status, 403);
    peer.signedIn = undefined;
    await signOn(site.visitor(), begin, OURS);
    const administrator = await site.person({ role: 'administrator', organisation });
    const page = await administrator.get(REFUSED);
    const rows = page.dom.querySelectorAll('tbody tr').map(row => row.structuredText.replace(/\s+/g, ' '));
    assert.match(rows[0]!, /Not known.*The provider let nobody through, or they stopped there/);
    assert.match(rows[1]!, /una\.invited@ashmere\.example.*Nobody added them.*10\.8\.0/);
    const kept = JSON.stringify(await site.query('select * from sign_in_events'));
    assert.doesNotMatch(kept, /code=|state=|eyJ/);

    const other = await site.person({
      role: 'administrator',
      organisation: await site.organisation('Wragby'),
    });
    assert.match((await other.get(REFUSED)).text, /Everybody came in/);
    const editor = await site.person({ organisation });
    assert.equal((await editor.get(REFUSED)).status, 403);
  });

  test('of somebody who works or worked here it stands in their own history too', async () => {
    const person = await site.person({ organisation, email: 'olu@ashmere.example' });
    peer.signedIn = somebody({ email: person.account.email, email_verified: false });
    await signOn(site.visitor(), begin, OURS);
    const administrator = await site.person({ role: 'administrator', organisation });
    const words = /Refused at single sign-on: the provider did not say that their address is verified/;
    assert.match((await person.get('/account/sign-ins')).text, words);
    const { account } = person;
    assert.match((await administrator.get(`/organisation/people/${account.id}/sign-ins`)).text, words);
    const listed = (await administrator.get(REFUSED)).dom.querySelector(
      `a[href="/organisation/people/${account.id}"]`,
    );
    assert.equal(listed?.text, account.name);
  });

  test('an account of another organisation is named to nobody here', async () => {
    const elsewhere = await site.organisation('Marsh Archive');
    const victim = await site.person({
      organisation: elsewhere,
      name: 'Vida Elsewhere',
      email: 'vida@ashmere.example',
    });
    peer.signedIn = somebody({ email: victim.account.email });
    await signOn(site.visitor(), begin, OURS);
    const administrator = await site.person({ role: 'administrator', organisation });
    const { text } = await administrator.get(REFUSED);
    assert.match(text, /vida@ashmere\.example.*Their address has an account with another organisation/);
    assert.doesNotMatch(text, /Vida Elsewhere/);
    assert.doesNotMatch((await victim.get('/account/sign-ins')).text, /Refused/);
  });

  test('worthless answers, which anybody can bring, neither fill the table nor push out who was refused', async () => {
    const count = async (what: string) => {
      const sql = 'select count(*)::int as n from sign_in_events where organisation_id = $1 and what like $2';
      return (await site.query<{ n: number }>(sql, [organisation, what]))[0]!.n;
    };
    await site.query(
      `insert into sign_in_events (organisation_id, at, what, device)
       select $1, now(), 'sign-on-failed-refused-there', '' from generate_series(1, 250)`,
      [organisation],
    );
    const refused = await count('sign-on-refused-%');
    peer.signedIn = undefined;
    await signOn(site.visitor(), begin, OURS);
    assert.deepEqual([await count('sign-on-failed-%'), await count('sign-on-refused-%')], [200, refused]);
  });

  test('a sign-on from a browser never seen before is told to the holder; the first of all is not', async () => {
    const person = somebody();
    peer.signedIn = person;
    const told = async () =>
      (await letters(site, person.email)).filter(({ kind }) => kind === 'new-device-by-sign-on');
    const first = site.visitor();
    await signOn(first, begin, OURS);
    await signOn(first, begin, OURS);
    assert.equal((await told()).length, 0);
    await signOn(site.visitor('10.8.1.1'), begin, OURS);
    const [letter, ...more] = await told();
    assert.equal(more.length, 0);
    assert.match(letter!.text, /by your organisation’s own sign-on.*10\.8\.1\.1.*\/account\/sessions/s);
  });
}

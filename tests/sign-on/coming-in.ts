import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerSignOn, signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

/** Who comes in, as whom, and where to. */
export function comingIn({ site, peer, organisation, begin, somebody, workOf }: Stage): void {
  test('somebody whom nobody added comes in, and is led to where they wanted', async () => {
    const person = somebody();
    peer.signedIn = person;
    const browser = site.visitor();
    const answer = await signOn(browser, `${begin}?to=/plans?q=news`, OURS);
    assert.equal(answer.location, '/plans?q=news', answer.text);
    assert.match((await browser.get('/plans')).text, /Nell Brook/);
    assert.deepEqual(await workOf(person.email), { role: 'viewer', ended: false });
    const [account] = await site.query('select password_hash from accounts where email = $1', [person.email]);
    assert.deepEqual(account, { password_hash: null });
  });

  test('whoever came in once is known again by the provider’s name for them, whatever their address is now', async () => {
    const person = somebody();
    peer.signedIn = person;
    await signOn(site.visitor(), begin, OURS);
    peer.signedIn = { ...person, email: 'married@elsewhere.example', email_verified: false };
    const browser = site.visitor();
    assert.equal((await signOn(browser, begin, OURS)).location, '/');
    assert.match((await browser.get('/account')).text, new RegExp(person.email));
  });

  test('somebody an administrator added before is bound to their account by a verified address of the organisation', async () => {
    const invited = await site.person({ role: 'editor', organisation, email: 'ines@ashmere.example' });
    peer.signedIn = somebody({ email: 'Ines@Ashmere.example' });
    assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/');
    const [tied] = await site.query('select count(*)::int as n from accounts where email = $1', [
      invited.account.email,
    ]);
    assert.deepEqual(tied, { n: 1 });
    assert.deepEqual(await workOf('ines@ashmere.example'), { role: 'editor', ended: false });
    // her address goes to somebody new at the provider: that is not her, until an administrator says so
    peer.signedIn = somebody({ email: 'ines@ashmere.example' });
    const refused = await signOn(site.visitor(), begin, OURS);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /Somebody else at your provider was tied to the account/);
    const administrator = await site.person({ role: 'administrator', organisation });
    const at = `/organisation/people/${invited.account.id}/sign-on`;
    assert.match((await administrator.get(at)).text, /Known there as person-/);
    assert.match(
      (await administrator.post(`${at}/untie`, {}, { follow: true })).text,
      /The account is untied/,
    );
    assert.equal((await administrator.post(`${at}/untie`)).status, 404);
    assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/');
  });

  test('nobody is led to another site after signing in', async () => {
    peer.signedIn = somebody();
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-on/../../evil']) {
      const answer = await signOn(site.visitor(), `${begin}?to=${encodeURIComponent(to)}`, OURS);
      assert.match(answer.location ?? '', /^\/(?![/\\])/, to);
      assert.doesNotMatch(answer.location ?? '', /evil\.example/);
    }
  });

  test('whoever is signed in ties their own account, from their own page and no other', async () => {
    const person = await site.person({ role: 'editor', organisation, email: 'tia@elsewhere.example' });
    const own = await person.get('/account/sign-on');
    const way = own.dom.querySelector('main a.govuk-button')!.getAttribute('href')!.replaceAll('&amp;', '&');
    const stranger = site.visitor();
    assert.equal((await stranger.get(way)).status, 404, 'the address is worth nothing elsewhere');
    const known = somebody({ email: undefined });
    peer.signedIn = known;
    assert.equal((await signOn(person, way, OURS)).location, '/account/sign-on');
    assert.match((await person.get('/account/sign-on')).text, /opens your account/);
    const browser = site.visitor();
    assert.equal((await signOn(browser, begin, OURS)).location, '/');
    assert.match((await browser.get('/account')).text, /tia@elsewhere\.example/);
  });

  test('where sign-on is the only way, a password opens nothing but for an emergency administrator', async () => {
    const body = await site.organisation('Ashmere Health Trust');
    const editor = await site.person({ role: 'editor', organisation: body });
    const emergency = await site.person({ role: 'administrator', organisation: body });
    await site.query('update memberships set emergency = true where account_id = $1', [emergency.account.id]);
    assert.equal((await editor.get('/plans')).status, 200);
    await offerSignOn(site, body, peer, { alone: true, domains: ['trust.example'] });
    assert.equal((await editor.get('/plans')).location, '/organisations');
    const way = (await editor.get('/organisations')).dom.querySelector(`a[href="/sign-on/${body}/begin"]`);
    assert.equal(way?.text, 'Ashmere Health Trust');
    assert.equal((await emergency.get('/plans')).status, 200);
    peer.signedIn = somebody({ email: 'new@trust.example' });
    const browser = site.visitor();
    await signOn(browser, `/sign-on/${body}/begin`, OURS);
    assert.equal((await browser.get('/plans')).status, 200);
  });
}

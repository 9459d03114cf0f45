import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerSignOn, signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

/** Who does not come in, and what they and their administrators are told. */
export function refusals({ site, peer, organisation, begin, somebody, workOf }: Stage): void {
  test('nobody is found or made by an address that is not verified, not said, or not of the organisation', async () => {
    const cases: [Record<string, unknown>, RegExp][] = [
      [{ email_verified: false }, /does not say that it is verified/],
      [{ email_verified: undefined }, /does not say that it is verified/],
      [{ email: undefined }, /does not say your email address/],
      [{ email: 'nell@sub.ashmere.example' }, /not for addresses like it/],
      [{ email: 'nell@ashmere.example@evil.example' }, /not for addresses like it/],
    ];
    for (const [claims, words] of cases) {
      peer.signedIn = somebody(claims);
      const browser = site.visitor();
      const answer = await signOn(browser, begin, OURS);
      assert.equal(answer.status, 403);
      assert.match(answer.text, words);
      assert.match((await browser.get('/plans')).location ?? '', /^\/sign-in/);
    }
  });

  test('where accounts are not made, whoever was not added is told whom to ask', async () => {
    await offerSignOn(site, organisation, peer, { makesAccounts: false });
    const person = somebody();
    peer.signedIn = person;
    const answer = await signOn(site.visitor(), begin, OURS);
    assert.equal(answer.status, 403);
    assert.match(answer.text, /Ask Ada Marsh or Fay Founder to add you/);
    assert.equal(await workOf(person.email), undefined);
  });

  test('whose work an administrator ended does not come back by a sign-on', async () => {
    const person = somebody();
    peer.signedIn = person;
    await signOn(site.visitor(), begin, OURS);
    await site.query(
      'update memberships set ended_at = $1 where account_id = (select id from accounts where email = $2)',
      [site.clock.now().toString(), person.email],
    );
    const answer = await signOn(site.visitor(), begin, OURS);
    assert.equal(answer.status, 403);
    assert.match(answer.text, /Your work here was ended/);
  });

  test('nobody comes in after their last day, whether that was written down yet or not', async () => {
    const person = somebody();
    peer.signedIn = person;
    await signOn(site.visitor(), begin, OURS);
    await site.query(
      'update memberships set ends_at = $1 where account_id = (select id from accounts where email = $2)',
      [site.clock.now().toString(), person.email],
    );
    assert.match((await signOn(site.visitor(), begin, OURS)).text, /Your work here was ended/);
  });

  test('a refusal at the provider, and whoever stops there, is told in words', async () => {
    peer.signedIn = undefined;
    const answer = await signOn(site.visitor(), begin, OURS);
    assert.equal(answer.status, 502);
    assert.match(answer.text, /did not let you through, or you stopped there/);
  });

  test('what is not offered is not there', async () => {
    await site.query('update organisations set sign_on = null where id = $1', [organisation]);
    assert.equal((await site.visitor().get(begin)).status, 404);
    assert.equal((await site.visitor().get('/sign-on/not-an-id/begin')).status, 404);
    assert.equal((await site.visitor().get(`/sign-on/${organisation}/callback?code=x&state=y`)).status, 410);
  });
}

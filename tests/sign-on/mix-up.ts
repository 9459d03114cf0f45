import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { forgingPeer } from '../support/forging-peer.ts';
import { atProvider, offerSignOn, signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

/**
 * Two organisations, each with a provider of its own, one of which has nothing good in mind (RFC 9700, 4.4). Neither says in
 * its answer who it is, as Entra ID does not.
 */
export async function mixUp({ site }: Stage): Promise<void> {
  const [honest, evil] = [await forgingPeer(), await forgingPeer()];
  after(() => Promise.all([honest.close(), evil.close()]));
  const [ours, theirs] = [await site.organisation('Marsh Coroner'), await site.organisation('Marsh Lottery')];
  const victim = { sub: 'victim', oid: 'victim', email: 'vic@coroner.example', xms_edov: true };

  test('an answer of one provider is never handed to another', async () => {
    await offerSignOn(site, ours, honest, { domains: ['coroner.example'] });
    await offerSignOn(site, theirs, evil, { domains: [] });
    honest.says = victim;
    const attacker = site.visitor();
    const asked = new URL((await attacker.get(`/sign-on/${ours}/begin`)).location!);
    // the victim follows a link to the other organisation, whose provider sends them on with the attacker's question
    const browser = site.visitor();
    const begun = new URL((await browser.get(`/sign-on/${theirs}/begin`)).location!);
    asked.searchParams.set('state', begun.searchParams.get('state')!);
    const trip = await atProvider(asked.href, OURS);
    const back = 'back' in trip ? trip.back : '';
    assert.ok(
      back.startsWith(`/sign-on/${ours}/callback?`),
      'the honest one answers to the address it knows',
    );
    assert.equal((await browser.get(back)).status, 410);
    assert.deepEqual(evil.brought, []);
    assert.match((await browser.get('/plans')).location ?? '', /^\/sign-in/);
  });

  test('each provider is told an address of its own to answer to', async () => {
    const address = async (organisation: string) => {
      const { location } = await site.visitor().get(`/sign-on/${organisation}/begin`);
      return new URL(location!).searchParams.get('redirect_uri');
    };
    assert.equal(await address(ours), `${OURS}/sign-on/${ours}/callback`);
    assert.equal(await address(theirs), `${OURS}/sign-on/${theirs}/callback`);
  });

  test('the other provider’s word for the same person opens nothing of theirs', async () => {
    evil.says = victim;
    honest.says = victim;
    assert.equal((await signOn(site.visitor(), `/sign-on/${ours}/begin`, OURS)).location, '/');
    const refused = await signOn(site.visitor(), `/sign-on/${theirs}/begin`, OURS);
    assert.equal(refused.status, 403);
  });
}

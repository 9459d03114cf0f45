import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oidcPeer } from '../support/oidc-peer.ts';
import { atProvider, offerSignOn, signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

/** A provider changes its keys and addresses, and goes away. */
export function changingProvider({ site, peer, organisation, begin, somebody }: Stage): void {
  test('keys that were changed, and addresses that were moved, are found at once or with the next try', async () => {
    peer.signedIn = somebody();
    assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/');
    peer.rotate();
    assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/', 'new keys');
    const between = site.visitor();
    const trip = await atProvider((await between.get(begin)).location!, OURS);
    peer.move();
    const broken = await between.get('back' in trip ? trip.back : '');
    assert.equal(broken.status, 502);
    assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/', 'a new publication');
  });

  test('a provider that is slow or gone is told as such, and soon', async () => {
    const other = await oidcPeer(OURS);
    await offerSignOn(site, organisation, other);
    await other.close();
    const gone = await site.visitor().get(begin);
    assert.equal(gone.status, 502);
    assert.match(gone.text, /cannot be reached/);
  });
}

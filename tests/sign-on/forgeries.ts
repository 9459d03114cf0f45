import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atProvider, signOn } from '../support/sign-on.ts';
import { OURS, type Stage } from './stage.ts';

/** What others do with a sign-on that is not theirs. */
export function forgeries({ site, peer, organisation, begin, somebody }: Stage): void {
  test('an answer comes in once, in the browser that asked, and within a quarter of an hour', async () => {
    peer.signedIn = somebody();
    const browser = site.visitor();
    const jar = browser.jar;
    const sent = await browser.get(begin);
    const trip = await atProvider(sent.location!, OURS);
    const back = 'back' in trip ? trip.back : '';

    const other = site.visitor();
    assert.equal((await other.get(back)).status, 410, 'another browser: login CSRF');
    await other.get(begin);
    assert.equal((await other.get(back)).status, 410, 'another browser, with a sign-on of its own');

    const kept = jar.get('commsgrid-sign-on')!;
    const forged = site.visitor();
    forged.jar.set('commsgrid-sign-on', kept.replace(/^..../, 'AAAA'));
    assert.equal((await forged.get(back)).status, 410, 'a note that we did not sign');

    const mixed = back.replace(/state=[^&]+/, 'state=forged');
    const second = site.visitor();
    second.jar.set('commsgrid-sign-on', kept);
    assert.equal((await second.get(mixed)).status, 410, 'a forged state');

    assert.equal((await browser.get(back)).location, '/');
    assert.equal((await browser.get(back)).status, 410, 'replayed: the note is gone');
    jar.set('commsgrid-sign-on', kept);
    assert.equal((await browser.get(back)).status, 410, 'replayed with the note put back');

    const late = site.visitor();
    const went = await atProvider((await late.get(begin)).location!, OURS);
    site.clock.advance({ minutes: 16 });
    assert.equal((await late.get('back' in went ? went.back : '')).status, 410, 'too late');
    site.clock.advance({ minutes: -16 });
  });

  test('a code is worth nothing with another question, whoever brings it', async () => {
    peer.signedIn = somebody();
    const arrived = async () => {
      const browser = site.visitor();
      const trip = await atProvider((await browser.get(begin)).location!, OURS);
      return { browser, back: 'back' in trip ? trip.back : '' };
    };
    const [victim, thief] = [await arrived(), await arrived()];
    const codeOf = (back: string) => /code=([^&]+)/.exec(back)![1]!;
    const stolen = thief.back.replace(codeOf(thief.back), codeOf(victim.back));
    const answer = await thief.browser.get(stolen);
    assert.equal(answer.status, 502, 'brought into another browser');
    assert.match((await thief.browser.get('/plans')).location ?? '', /^\/sign-in/);

    const own = await arrived();
    assert.equal((await own.browser.get(own.back)).location, '/');
    const again = await atProvider((await own.browser.get(begin)).location!, OURS);
    const back = 'back' in again ? again.back : '';
    const used = await own.browser.get(back.replace(codeOf(back), codeOf(own.back)));
    assert.equal(used.status, 502, 'brought once more in its own browser');
  });

  test('a session that somebody planted is none after the sign-on, and one of before is over', async () => {
    const planted = 'a-token-that-somebody-else-knows-0123456789';
    const browser = site.visitor();
    browser.jar.set('commsgrid', planted);
    peer.signedIn = somebody();
    assert.equal((await signOn(browser, begin, OURS)).location, '/');
    assert.notEqual(browser.jar.get('commsgrid'), planted);
    const knows = site.visitor();
    knows.jar.set('commsgrid', planted);
    assert.match((await knows.get('/plans')).location ?? '', /^\/sign-in/);

    // whoever was signed in with this browser, by an account that somebody else knows too
    const before = await site.person({ organisation });
    const token = before.jar.get('commsgrid')!;
    assert.equal((await signOn(before, begin, OURS)).location, '/');
    const elsewhere = site.visitor();
    elsewhere.jar.set('commsgrid', token);
    assert.match((await elsewhere.get('/plans')).location ?? '', /^\/sign-in/);
  });

  test('an answer to whoever ties their account lets nobody else tie theirs', async () => {
    const [attacker, victim] = [await site.person({ organisation }), await site.person({ organisation })];
    const own = (await attacker.get('/account/sign-on')).dom.querySelector('main a.govuk-button')!;
    peer.signedIn = somebody();
    const sent = await attacker.get(own.getAttribute('href')!.replaceAll('&amp;', '&'));
    const trip = await atProvider(sent.location!, OURS);
    assert.equal((await victim.get('back' in trip ? trip.back : '')).status, 410);
    assert.match((await victim.get('/account/sign-on')).text, /does not open your account yet/);
  });
}

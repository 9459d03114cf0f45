import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { quarterlySeries, stagedPromise } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { findOrAddOwners } from '../../../organisations/index.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);

test('a promise for each ward is asked of the sergeant of each, and a ward without one is found on Today and given one', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const send = async (path: string, fields: Record<string, string>): Promise<string> => {
    const done = await administrator.post(path, fields);
    assert.equal(done.status, 303, done.text);
    return done.location!;
  };
  const now = site.clock.now();
  for (const name of ['Mill', 'Quay']) await send('/directory/areas/new', { kind: 'ward', name, code: '' });
  const sergeant = async (name: string, area: string) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@ashmere.example`;
    await send('/directory/people', { name, email, kind: 'staff', language: 'en' });
    const post = await send('/directory/posts', { name: 'Ward sergeant', area });
    await send(`${post}/holdings`, { who: name, as: 'holder' });
    return post;
  };
  await sergeant('Rae Stone', 'Mill ward');
  const { promise } = await site.within(administrator.organisation, async inside => {
    const known = await findOrAddOwners(inside, [{ name: 'Ward sergeants', kind: 'post' }], now);
    const { owner } = known('Ward sergeants')!;
    const spread = { of: 'areas', kind: 'ward' } as const;
    return stagedPromise(inside, { series: quarterlySeries, spread, owner: owner.id, now });
  });
  await site.runJobs();
  const at = `/promises/${promise}`;
  const rowsOf = async () =>
    (await administrator.get(at)).dom
      .querySelectorAll('tbody tr')
      .map(row => `${row.querySelector('th a')!.text}: ${row.querySelector('td[data-head]')!.text.trim()}`);
  assert.deepEqual(await rowsOf(), ['Mill: Ward sergeant, Mill ward', 'Quay: nobody: no post is for it']);
  const page = await administrator.get(at);
  assert.match(page.text, /1 place is kept by the post of the area\. 1 place has none, or several/);
  const gap = (await administrator.get('/today')).dom
    .querySelectorAll('a')
    .find(link => /without a post/.test(link.text));
  assert.equal(gap?.getAttribute('href'), at);
  assert.match(gap.text, /1 place without a post/);

  const quay = await sergeant('Ivo Lane', 'Quay ward');
  const looked = await administrator.post(`${at}/look-again`, {}, { follow: true });
  assert.match(looked.text, /1 place is kept by another than before/);
  assert.deepEqual((await rowsOf())[1], 'Quay: Ward sergeant, Quay ward');
  assert.match(
    (await administrator.get(at)).text,
    /Each place has its own: 2 places are kept by the post of the area\./,
  );
  assert.doesNotMatch((await administrator.get('/today')).text, /without a post/);

  const change = (await administrator.get(at)).dom
    .querySelector('tbody a[href*="/for/"]')!
    .getAttribute('href')!;
  const form = await administrator.get(change);
  assert.equal(
    form.dom.querySelector('select[name=owner] option[selected]')?.getAttribute('value') ?? '',
    '',
  );
  const unchanged = await sendForm(administrator, form, {}, change);
  assert.equal(unchanged.status, 303);
  assert.deepEqual(
    (await rowsOf())[0],
    'Mill: Ward sergeant, Mill ward',
    'a form sent as it was changes nothing',
  );

  await administrator.post(`${quay}/end`, {});
  await administrator.post(`${at}/look-again`, {});
  assert.deepEqual((await rowsOf())[1], 'Quay: nobody: no post is for it');
  assert.match((await administrator.get(at)).text, /who does it for Quay/i, 'its history says who did');
});

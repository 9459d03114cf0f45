import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

/** An organisation with wards in a sector, and who looks after it. */
async function wards(name: string) {
  const organisation = await site.organisation(name);
  const administrator = await site.person({ role: 'administrator', organisation });
  const send = async (path: string, fields: Record<string, string>): Promise<string> => {
    const done = await administrator.post(path, fields);
    assert.equal(done.status, 303, done.text);
    return done.location!;
  };
  const area = (kind: string, called: string, partOf = '') =>
    send('/directory/areas/new', { kind, name: called, code: '', partOf });
  const sector = await area('sector', 'North');
  const north = sector.split('/').at(-1)!;
  return {
    ...{ organisation, administrator, send },
    areas: {
      north: sector,
      mill: await area('ward', 'Mill', north),
      quay: await area('ward', 'Quay', north),
    },
  };
}

const POSTS = '/directory/posts';

test('posts of one title are for an area each, and are found by it', async () => {
  const { administrator, send, areas } = await wards('Posts of Ashmere');
  const mill = await send(POSTS, { name: 'Ward sergeant', area: 'mill' });
  const quay = await send(POSTS, { name: 'Ward sergeant', area: 'Quay (ward)' });
  await send(POSTS, { name: 'Clerk' });
  const again = await administrator.post(POSTS, { name: 'ward sergeant', area: 'Mill ward' });
  assert.equal(again.status, 422);
  assert.match(again.text, /a post of this name already, in this department and for this area/);
  const nowhere = await administrator.post(POSTS, { name: 'Ward sergeant', area: 'Nowhere' });
  assert.match(nowhere.text, /No area is called “Nowhere”/);

  const list = await administrator.get('/directory?kind=post');
  for (const name of ['Ward sergeant, Mill ward', 'Ward sergeant, Quay ward', 'Clerk'])
    assert.ok(
      list.dom.querySelectorAll('tbody th a').some(link => link.text === name),
      name,
    );
  const found = async (q: string) =>
    (await administrator.get(`/directory?kind=post&q=${encodeURIComponent(q)}`)).dom
      .querySelectorAll('tbody th a')
      .map(link => link.text);
  assert.deepEqual(await found('sergeant mill'), ['Ward sergeant, Mill ward']);
  assert.deepEqual((await found('serg')).length, 2);

  const page = await administrator.get(mill);
  assert.match(page.text, /Post · for Mill \(ward\)/);
  assert.match((await administrator.get(areas.mill)).text, /Posts for it[\s\S]*Ward sergeant, Mill ward/);
  const taken = await sendForm(administrator, await administrator.get(quay), { area: 'Mill' }, quay);
  assert.match(taken.text, /a post of this name already/);
  const moved = await sendForm(administrator, await administrator.get(quay), { area: 'North' }, quay);
  assert.equal(moved.status, 303);
  assert.match((await administrator.get(quay)).text, /for North \(sector\)[\s\S]*Quay[\s\S]*North/);
  assert.deepEqual(await found('north'), ['Ward sergeant, North sector']);
});

test('an area that is called otherwise is what its posts are found by, and one that ended is told at its post', async () => {
  const { administrator, send, areas } = await wards('Posts of renamed wards');
  const mill = await send(POSTS, { name: 'Ward sergeant', area: 'Mill' });
  const edit = await administrator.get(`${areas.mill}/edit`);
  const over = { name: 'Watermill', 'ends-day': '31', 'ends-month': '3', 'ends-year': '2020' };
  const renamed = await sendForm(administrator, edit, over, `${areas.mill}/edit`);
  assert.equal(renamed.status, 303, renamed.text);
  const found = await administrator.get('/directory?kind=post&q=watermill');
  assert.match(found.text, /Ward sergeant, Watermill ward/);
  assert.match((await administrator.get('/directory?kind=post&q=mill')).text, /Nothing is called so/);
  assert.match((await administrator.get(mill)).text, /The area that this post is for ended on/);
});

test('a name in a plan that has a title and an area means the post of that area', async () => {
  const { administrator, send } = await wards('Posts that plans name');
  await send(POSTS, { name: 'Ward sergeant', area: 'Mill' });
  const quay = await send(POSTS, { name: 'Ward sergeant', area: 'Quay' });
  await send('/organisation/owners', { name: 'Ward Sergeant, Quay ward', kind: 'post', initials: '' });
  const owners = await administrator.get('/organisation/owners');
  const owner = owners.dom.querySelector('tbody th a')!.getAttribute('href')!;
  const offers = await administrator.get('/organisation/owners/meant');
  const offer = offers.dom.querySelector('input[value^="post:"]')!.getAttribute('value')!;
  assert.equal(`${POSTS}/${offer.slice('post:'.length)}`, quay, 'the post of the ward is what is offered');
  const means = (who: string) => administrator.post(`${owner}/means`, { who }, { follow: true });
  assert.match((await means('Ward sergeant')).text, /Several of the directory are called Ward sergeant/);
  assert.match((await means('ward sergeant, quay')).text, /means Ward sergeant, Quay ward/);
});

test('a file of people brings each to the post of their area', async () => {
  const { administrator } = await wards('Posts from files');
  const give = (rows: string) =>
    administrator.upload(
      '/directory/people/import',
      { name: 'people.csv', content: `Name,Email,Post,Area\n${rows}\n` },
      {},
      { follow: true },
    );
  const wrong = await give('Rae Stone,rae@ashmere.example,Ward sergeant,Nowhere');
  assert.match(wrong.text, /No area is called “Nowhere”/);
  const right = await give(
    'Rae Stone,rae@ashmere.example,Ward sergeant,Mill\nIvo Lane,ivo@ashmere.example,Ward sergeant,Quay ward',
  );
  assert.match(right.text, /Would also make 2 posts: Ward sergeant, Mill; Ward sergeant, Quay\./);
  await administrator.post(`${right.path}/confirm`);
  const list = await administrator.get('/directory?kind=post');
  assert.match(list.text, /Ward sergeant, Mill ward Rae Stone/);
  assert.match(list.text, /Ward sergeant, Quay ward Ivo Lane/);
});

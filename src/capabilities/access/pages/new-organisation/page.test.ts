import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';
import { firstAccountLink } from '../../index.ts';

/** An installation whose first account was just made. */
async function fresh() {
  const site = await testSite();
  const link = await firstAccountLink(site.database, site.clock);
  const first = site.visitor();
  const fields = { name: 'Ada Marsh', email: 'ada@ashmere.example', password: 'kestrel thimble varnish' };
  await first.post(link!, fields);
  return { site, first };
}

test('the first account sets up its organisation and is its administrator', async () => {
  const { site, first } = await fresh();
  after(site.close);
  assert.equal((await first.get('/organisations')).location, '/organisations/new');
  assert.match((await first.get('/organisations/new')).text, /Step 2 of 2/);
  assert.equal((await first.post('/organisations/new', { name: 'Borough of Ashmere' })).location, '/plans');
  assert.match((await first.get('/account')).text, /administrator of Borough of Ashmere/);
  assert.match((await first.get('/organisation')).text, /Ada Marsh set it up/);
});

test('a sample borough is set up with what every capability brings for it', async () => {
  const { site, first } = await fresh();
  after(site.close);
  const brought: string[] = [];
  for (const capability of site.capabilities) delete capability.sample; // theirs have tests of their own
  site.capabilities.push({
    name: 'test',
    sample: async ({ organisation, actor }, now) => void brought.push(`${organisation} ${actor.name} ${now}`),
  });
  assert.equal((await first.post('/organisations/sample')).location, '/plans');
  assert.match((await first.get('/account')).text, /administrator of Borough of Ashmere \(sample\)/);
  const [row] = await site.query<{ id: string }>('select id from organisations');
  assert.deepEqual(brought, [`${row!.id} Ada Marsh ${site.clock.now()}`]);
  assert.match((await first.get('/organisations')).text, /Set up another organisation/);
});

test('afterwards only who administers one may set up another', async () => {
  const site = await testSite();
  after(site.close);
  const editor = await site.person({ role: 'editor' });
  assert.equal((await editor.get('/organisations/new')).location, '/organisations');
  for (const path of ['/organisations/new', '/organisations/sample'])
    assert.equal((await editor.post(path, { name: 'Pirate Cove' })).location, '/organisations');
  assert.equal((await site.query('select from organisations')).length, 1);
  const administrator = await site.person({ role: 'administrator' });
  assert.equal((await administrator.post('/organisations/new', { name: 'Second' })).location, '/plans');
});

test('an organisation needs a name', async () => {
  const { site, first } = await fresh();
  after(site.close);
  assert.match(
    (await first.post('/organisations/new', { name: '  ' })).text,
    /Enter the name of the organisation/,
  );
  assert.match(
    (await first.post('/organisations/new', { name: 'x'.repeat(121) })).text,
    /120 characters or fewer/,
  );
});

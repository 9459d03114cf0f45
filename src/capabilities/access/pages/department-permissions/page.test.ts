import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const lead = await site.person({ role: 'lead', name: 'Linus Brook' });
const viewer = await site.person({ role: 'viewer' });
const department = await site.within(lead.organisation, async ({ db }) => {
  const made = { name: 'Highways', created_at: site.clock.now(), changed_at: site.clock.now() };
  return (await db.insertInto('departments').values(made).returning('id').executeTakeFirstOrThrow()).id;
});
const here = `/directory/departments/${department}/permissions`;

test('a communications lead gives and takes parts in the plans of a department', async () => {
  const guest = await site.person({ organisation: lead.organisation, part: true, name: 'Hal Reed' });
  const given = await lead.post(here, { email: guest.account.email, role: 'editor' }, { follow: true });
  assert.match(given.text, /Hal Reed has a part.*given by Linus Brook.*Editor/);
  assert.match(
    (await lead.get(`/directory/departments/${department}`)).text,
    /Who may see and change its plans/,
  );
  const taken = await lead.post(`${here}/take`, { account: guest.account.id }, { follow: true });
  assert.match(taken.text, /no part in this department’s plans any more.*Nobody has a part/);
  assert.equal((await lead.post(`${here}/take`, { account: guest.account.id })).status, 404);
});

test('others see who has parts, and are asked nothing; what is missing is said', async () => {
  const page = await viewer.get(here);
  assert.equal(page.dom.querySelector('main form'), null);
  assert.equal((await viewer.post(here, { email: 'x', role: 'viewer' })).status, 403);
  assert.match(
    (await lead.post(here, { email: '' })).text,
    /Enter the email address.*Choose what this person may do/,
  );
  assert.match(
    (await lead.post(here, { email: 'who@elsewhere.example', role: 'viewer' })).text,
    /Nobody who works here/,
  );
  assert.equal((await lead.get('/directory/departments/nonsense/permissions')).status, 404);
});

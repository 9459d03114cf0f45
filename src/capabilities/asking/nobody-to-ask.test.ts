import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn } from '../../../tests/support/asked.ts';
import { runTimed } from '../../../tests/support/run-timed.ts';
import { testSite } from '../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);
const { organisation } = await site.person({ role: 'administrator' });
const editor = await site.person({ role: 'editor' });
const people = askedOn(site, organisation);
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const lead = await people.person({ name: 'Mae Lund' });
await people.lead(lead);

/** A name of the register of which nobody has said whom it means. */
const nobodys = (name: string): Promise<string> =>
  within(async ({ db }) => {
    const times = { created_at: site.clock.now(), changed_at: site.clock.now() };
    const row = { kind: 'post', name, ...times };
    return (await db.insertInto('owners').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });

test('a name that means nobody is asked of nobody, and everybody is told what to do', async () => {
  const owner = await nobodys('Head teachers');
  const request = await people.ask({ of: { owner }, what: 'Was the assembly held?', by: '2025-06-04' });
  const list = await editor.get('/asking');
  assert.match(list.text, /Cannot be asked: nobody known is meant by “Head teachers”\. Say who it is/);
  assert.match(list.text, /0 wait for an answer .* 1 have nobody to ask/);
  assert.equal(list.dom.querySelector(`td a[href="/organisation/owners/${owner}"]`)?.tagName, 'A');
  assert.match((await editor.get('/asking?show=nobody')).text, /Was the assembly held\?/);
  const today = await editor.get('/today');
  assert.match(today.text, /1 thing has nobody to ask say who is meant/);
  assert.doesNotMatch(today.text, /1 person or team/);
  assert.match(
    (await editor.get(`/asking/${request}`)).text,
    /Nobody, since nobody known is meant by “Head teachers”/,
  );

  await runTimed(site, '2025-06-02T10:00:00Z');
  const [told] = await people.messages('Mae Lund');
  assert.match(
    told!.text!,
    /Nobody known is meant by “Head teachers”\. Say who it is, and they are asked: Was the/,
  );
  assert.match((await editor.get('/asking')).text, /meant by “Head teachers”; Mae Lund was told/);
  assert.doesNotMatch((await editor.get('/asking?show=silent')).text, /assembly/);

  // weeks later somebody says who it is
  await runTimed(site, '2025-06-20T10:00:00Z');
  await people.person({ name: 'Ada Holm' });
  const later = await site.person({ role: 'editor' }); // the other one's session is over by now
  const said = await later.post(`/organisation/owners/${owner}/means`, { who: 'Ada Holm' });
  assert.equal(said.status, 303);
  assert.match((await later.get('/asking')).text, /Goes with the next daily message/);
  await runTimed(site, '2025-06-23T09:30:00Z');
  const [asked] = await people.messages('Ada Holm');
  assert.match(asked!.text!, /1\. Was the assembly held\?\n {3}\(new, was due Wednesday 4 June 2025\)/);
  assert.equal(
    (await people.messages('Mae Lund')).length,
    1,
    'nobody is called silent on the day they are first asked',
  );
  const monday = await site.person({ role: 'editor' });
  const shown = await monday.get(`/asking/${request}`);
  assert.match(shown.text, /Written in 1 message/);
  assert.match(shown.text, /found whom to ask/);
});

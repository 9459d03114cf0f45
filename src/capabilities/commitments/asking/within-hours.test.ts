import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn, linkIn } from '../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../tests/support/kept-and-asked.ts';
import { runTimed } from '../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { recordHappening } from '../actions/record-happening.ts';

const site = await testSite({ now: '2025-06-03T21:30:00Z' });
after(site.close);
const { organisation } = await site.person({ role: 'editor' });
const people = askedOn(site, organisation);
const { keep, became } = promisesKeptOn(site, organisation);
const owned = async (name: string) => people.owner(name, await people.person({ name }));
const waits = async (name: string, limit: string) =>
  keep({
    owner: await owned(name),
    what: 'Tell the boards',
    series: { kind: 'triggered', trigger: 'an incident', limit },
    setOffBy: 'incident',
  });

const incident = async (promises: string[]) => {
  const now = site.clock.now();
  const told = { kind: 'incident' as const, title: 'Burst main', note: '', at: now, source: null };
  await site.within(organisation, within => recordHappening(within, told, { promises }, now));
  await site.runJobs();
};

test('what is due within hours is asked about at once, late in the evening too, and what is due in days next morning', async () => {
  const soon = await waits('Jo Reed', 'PT4H');
  const later = await waits('Sam Birch', 'P2D');
  await incident([soon.promise, later.promise]);
  const [message, ...others] = await people.messages('Jo Reed');
  assert.equal(message!.subject, 'Borough of Ashmere needs you to act by 2:30am on Wednesday 4 June 2025');
  assert.match(
    message!.text!,
    /1\. This is to be done within hours\. Has it been done\?\n {3}\(new, by 2:30am on Wednesday 4 June 2025\)\n {3}- Tell the boards, by 4 June 2025 at 2:30am\n {3}What happened: Burst main, 3 June 2025 at 10:30pm\n\nAnswer here/,
  );
  assert.deepEqual([others.length, (await people.messages('Sam Birch')).length], [0, 0]);

  const phone = site.visitor();
  const page = await phone.get(linkIn(message));
  assert.match(page.text, /do it by 4 June 2025 at 2:30am/);
  assert.match(page.text, /What happened: Burst main, 3 June 2025 at 10:30pm/);
  const action = page.dom.querySelector('form[enctype]')!.getAttribute('action')!;
  await phone.upload(action, [], { choice: 'done' });
  await site.runJobs();
  assert.match((await became(soon.promise)).join(), /met on 2025-06-03/);

  await runTimed(site, '2025-06-04T04:00:00Z');
  await runTimed(site, '2025-06-04T09:05:00Z');
  assert.equal((await people.messages('Jo Reed')).length, 1);
  const [next, ...more] = await people.messages('Sam Birch');
  assert.equal(more.length, 0);
  assert.match(next!.text!, /- Tell the boards, by 5 June 2025\n {3}What happened: Burst main/);
});

test('what has nobody to ask reaches whoever leads at once, once, and whoever is named then is asked that night', async () => {
  site.clock.set('2025-06-10T21:30:00Z');
  await people.lead(await people.person({ name: 'Mae Lund' }));
  const owner = await site.within(organisation, async ({ db }) => {
    const times = { created_at: site.clock.now(), changed_at: site.clock.now() };
    const row = { kind: 'post', name: 'Duty officers', ...times };
    return (await db.insertInto('owners').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  const { promise } = await keep({
    owner,
    what: 'Tell the press office',
    series: { kind: 'triggered', trigger: 'an incident', limit: 'PT12H' },
    setOffBy: 'incident',
  });
  await incident([promise]);
  const [told, ...more] = await people.messages('Mae Lund');
  assert.equal(more.length, 0);
  assert.equal(
    told!.subject,
    'Borough of Ashmere: nobody can be asked what is to be done by 10:30am on Wednesday 11 June 2025',
  );
  assert.match(
    told!.text!,
    /Nobody known is meant by “Duty officers”\. Say who it is, and they are asked: .*\(by 10:30am on Wednesday 11 June 2025\)\n {3}- Tell the press office, by .*\n {3}What happened: Burst main, .*\n\nhttp\S+\/asking\/\S+\n/,
  );

  await people.person({ name: 'Ada Holm' });
  const lead = await site.person({ role: 'editor', organisation });
  await lead.post(`/organisation/owners/${owner}/means`, { who: 'Ada Holm' });
  await runTimed(site, '2025-06-10T23:00:00Z');
  const [asked] = await people.messages('Ada Holm');
  assert.match(asked!.text!, /What happened: Burst main/);
  await runTimed(site, '2025-06-11T09:05:00Z');
  const morning = await people.messages('Mae Lund');
  assert.equal(morning.filter(({ text }) => text!.includes('Duty officers”')).length, 1);
  assert.equal((await people.messages('Ada Holm')).length, 1);
});

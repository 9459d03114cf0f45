import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cameIn, written } from '../../../../../tests/support/came-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { removeOldWords, WORDS_KEPT } from '../../../../platform/mail/in/look-at.ts';

const site = await testSite();
after(site.close);

const LIST = '/organisation/replies';

test('what came stands beside what it answers, until somebody says that they looked', async () => {
  const organisation = await site.organisation('Ferrow Borough Council');
  const lead = await site.person({ role: 'lead', organisation, name: 'Lea Lead' });
  assert.match((await lead.get(LIST)).text, /No mailbox is set up/);
  const { headerId } = await written(site, organisation);
  const id = await cameIn(site, organisation, { answers: [headerId] });
  const list = await lead.get(LIST);
  assert.match(list.text, /Jo Marsh Re: What we ask of you answers “What we ask of you” Reply/);
  const one = await lead.get(`${LIST}/${id}`);
  assert.match(one.text, /What they wrote Done on Friday\./);
  assert.match(one.text, /Known by The message that it names/);
  const done = await lead.post(`${LIST}/${id}`, { note: 'Closed line 4' }, { follow: true });
  assert.match(done.text, /It counts as looked at/);
  assert.doesNotMatch(done.text, /Re: What we ask/);
  assert.match((await lead.get(`${LIST}?show=looked-at`)).text, /Re: What we ask of you/);
  assert.match((await lead.get(`${LIST}/${id}`)).text, /Lea Lead looked at it.*They noted: Closed line 4/);
  const twice = await lead.post(`${LIST}/${id}`, { note: 'Other' }, { follow: true });
  assert.match(twice.text, /Somebody else has looked at it meanwhile/);
  await lead.post(`${LIST}/${id}/again`, {});
  assert.match((await lead.get(LIST)).text, /Re: What we ask of you/);
});

test('a bounce says which address failed and why, in words, and changes nothing by itself', async () => {
  const organisation = await site.organisation('Marlow Fen Fire Authority');
  const lead = await site.person({ role: 'lead', organisation });
  const { id: message, headerId } = await written(site, organisation);
  const report = {
    address: 'jo.marsh@ashmere.example',
    action: 'failed',
    status: '5.1.1',
    said: '550 unknown',
  } as const;
  const id = await cameIn(site, organisation, {
    kind: 'bounce',
    answers: [headerId],
    reports: [report],
    text: '',
    whole: '',
  });
  const page = await lead.get(`${LIST}/${id}`);
  assert.match(
    page.text,
    /jo\.marsh@ashmere\.example: The address does not exist\. Their server said: 550 unknown/,
  );
  assert.match((await lead.get(`${LIST}?kind=bounce`)).text, /Could not be delivered/);
  assert.doesNotMatch((await lead.get(`${LIST}?kind=reply`)).text, /Could not be delivered Came/);
  const { state } = await site.within(organisation, ({ db }) =>
    db.selectFrom('messages').select('state').where('id', '=', message).executeTakeFirstOrThrow(),
  );
  assert.notEqual(state, 'refused');
});

test('what a stranger wrote is shown as words, never as markup, and a note has its length', async () => {
  const organisation = await site.organisation('Ouseby Parish Council');
  const lead = await site.person({ role: 'lead', organisation });
  const nasty = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const id = await cameIn(site, organisation, {
    kind: 'other',
    from: { name: nasty, address: '' },
    subject: nasty,
    text: nasty,
    whole: `${nasty} whole`,
    files: [nasty],
  });
  const page = await lead.get(`${LIST}/${id}`);
  assert.equal(page.dom.querySelectorAll('main script, main img').length, 0);
  assert.match(page.text, /It names no message from here/);
  const long = await lead.post(`${LIST}/${id}`, { note: 'x'.repeat(2001) });
  assert.equal(long.status, 422);
  assert.match(long.text, /Enter a note of 2,000 characters or fewer/);
});

test('words go half a year after somebody looked; that it came, from whom, stays', async () => {
  const organisation = await site.organisation('Tidewell Health Trust');
  const lead = await site.person({ role: 'lead', organisation });
  const [looked, unseen] = [
    await cameIn(site, organisation),
    await cameIn(site, organisation, { subject: 'Unseen' }),
  ];
  await lead.post(`${LIST}/${looked}`, {});
  const later = site.clock.now().add(WORDS_KEPT).add({ hours: 1 });
  assert.equal(await site.within(organisation, within => removeOldWords(within, later)), 1);
  assert.match((await lead.get(`${LIST}/${looked}`)).text, /Its words were removed/);
  assert.match((await lead.get(`${LIST}/${unseen}`)).text, /Done on Friday/);
});

test('who leads communications may look; others, other organisations and nobody else', async () => {
  const organisation = await site.organisation('Brackwater Council');
  const id = await cameIn(site, organisation);
  for (const role of ['viewer', 'editor'] as const) {
    const person = await site.person({ role, organisation });
    assert.equal((await person.get(LIST)).status, 403);
    assert.equal((await person.post(`${LIST}/${id}`, {})).status, 403);
  }
  const stranger = await site.person({
    role: 'lead',
    organisation: await site.organisation('Elsewhere Council'),
  });
  assert.equal((await stranger.get(`${LIST}/${id}`)).status, 404);
  assert.equal((await stranger.post(`${LIST}/${id}`, {})).status, 404);
  assert.equal((await stranger.get(`${LIST}/none`)).status, 404);
});

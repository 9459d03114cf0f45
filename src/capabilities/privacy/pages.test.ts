import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { personIn } from '../../../tests/support/people.ts';
import { newPlan } from '../../../tests/support/plans.ts';
import { testSite } from '../../../tests/support/site.ts';
import { openDocument } from '../../documents/open.ts';
import { firstBrokenEntry, historyOf, record } from '../../platform/history/history.ts';
import type { Message } from '../../platform/mail/message.ts';
import { putInOutbox } from '../../platform/mail/outbox.ts';
import { attach, attachable } from '../attachments/index.ts';
import { createPlan } from '../plans/index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'administrator', name: 'Ada Marsh' });
const editor = await site.person({ role: 'editor', name: 'Edwin Reed' });
const { organisation } = ada;

const SOMEBODY = '/organisation/privacy/somebody';
const at = (who: string, ...record: string[]) =>
  `${SOMEBODY}?${new URLSearchParams([['who', who], ...record.map(key => ['record', key])])}`;
const person = (name: string, email: string) => personIn(site, organisation, { name, email });

test('what is kept of people stands on one page, with why and for how long, for administrators', async () => {
  const { text, dom } = await ada.get('/organisation/privacy');
  for (const said of [
    /People who work here/,
    /To know who keeps which promise/,
    /two years more/,
    /Stays\. Needed/,
  ])
    assert.match(text, said);
  assert.ok(dom.querySelectorAll('tbody tr').length > 30);
  for (const path of ['/organisation/privacy', '/organisation/privacy/reads', SOMEBODY])
    assert.equal((await editor.get(path)).status, 403, path);
});

test('nothing is shown before it is said whose: two of one name are told apart, and what both share is left out', async () => {
  const one = await person('Robin Teal', 'robin.teal@ashmere.example');
  const other = await person('Robin Teal', 'r.teal@ashmere.example');
  const asked = await ada.get(at('robin teal'));
  assert.match(asked.text, /works here · robin\.teal@ashmere\.example/);
  assert.doesNotMatch(asked.text, /Hand it out/);
  assert.equal(asked.dom.querySelectorAll('input[name=record]').length, 2);
  const known = await ada.get(at('robin teal', `person:${one}`));
  assert.match(known.text, /Another record here goes by Robin Teal too/);
  assert.match(known.text, /robin\.teal@ashmere\.example/);
  assert.equal(known.dom.querySelectorAll('section table tbody tr').length, 1, 'only theirs');
  assert.doesNotMatch(
    (await ada.get(at('robin teal', `person:${one}`, `person:${other}`))).text,
    /too\. What/,
  );
});

test('nobody of the name, an address that nothing knows, and nonsense are pages that say so', async () => {
  assert.match((await ada.get(at('Zeno Nobody'))).text, /Nobody is called so/);
  assert.match((await ada.get(at('zeno@nowhere.example'))).text, /Nothing is known of them/);
  for (const key of ['person:1', "account:' or true", `holder:${'0'.repeat(36)}`, `thing:${ada.account.id}`])
    assert.equal((await ada.get(at('', key))).status, 200, key);
});

test('what is known is handed out for Word and as JSON, under the reference and without their name', async () => {
  const id = await person('Mina Holt', 'mina.holt@ashmere.example');
  const fields = { who: 'Mina Holt', record: `person:${id}` };
  const refused = await ada.post(`${SOMEBODY}/access`, { ...fields, reference: ' ' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Enter your reference of the request/);
  const word = await ada.post(`${SOMEBODY}/access`, { ...fields, reference: 'SAR 12/2026', format: 'docx' });
  assert.match(
    String(word.headers['content-disposition']),
    /OFFICIAL-SENSITIVE What is known - SAR 122026\.docx/,
  );
  const words = JSON.stringify(await openDocument(word.bytes, 'answer.docx'));
  for (const said of [
    'mina.holt@ashmere.example',
    'Why: To know who keeps',
    'SAR 12/2026',
    'Borough of Ashmere',
  ])
    assert.ok(words.includes(said), said);
  const json = await ada.post(`${SOMEBODY}/access`, { ...fields, reference: 'SAR 12/2026', format: 'json' });
  assert.equal(JSON.parse(json.html)[0].rows[0].email, 'mina.holt@ashmere.example');
  const { text } = await ada.get('/organisation/privacy');
  assert.match(text, /SAR 12\/2026 Handed out 1 Ada Marsh/);
  assert.doesNotMatch(text, /Mina Holt/);
});

test('a link that was not sent yet is neither shown nor handed out', async () => {
  const id = await person('Wren Ames', 'wren.ames@ashmere.example');
  const message: Message = {
    kind: 'daily-message',
    to: { name: 'Wren Ames', address: 'wren.ames@ashmere.example' },
    person: id,
    subject: 'One thing to answer',
    text: 'Answer here:\n\nhttps://plans.ashmere.example/ask/known-to-wren',
    secrets: ['https://plans.ashmere.example/ask/known-to-wren'],
  };
  await site.within(organisation, within => putInOutbox(within, message, site.clock.now()));
  const { html } = await ada.get(at('Wren Ames', `person:${id}`));
  assert.match(html, /Answer here:/);
  const fields = { who: 'Wren Ames', record: `person:${id}`, reference: 'SAR 14/2026', format: 'json' };
  const json = await ada.post(`${SOMEBODY}/access`, fields);
  assert.match(json.html, /only for whom it was written to/);
  for (const seen of [html, json.html]) assert.doesNotMatch(seen, /known-to-wren/);
});

test('a name alone hands out and erases nothing', async () => {
  await person('Nell Nobody', 'nell@ashmere.example');
  const fields = { who: 'Nell Nobody', reference: 'SAR 13', eraseReference: 'ER 13', sure: 'yes' };
  for (const act of ['access', 'erase']) {
    const answer = await ada.post(`${SOMEBODY}/${act}`, fields, { follow: true });
    assert.match(answer.text, /Nothing was done\. Tick first/);
  }
  assert.doesNotMatch((await ada.get('/organisation/privacy')).text, /SAR 13|ER 13/);
});

test('somebody is erased under a reference, after it is said that this is wanted', async () => {
  const id = await person('Odd Lindqvist', 'odd@ashmere.example');
  const fields = { who: 'Odd Lindqvist', record: `person:${id}` };
  const unsure = await ada.post(`${SOMEBODY}/erase`, { ...fields, eraseReference: 'ER 1' });
  assert.equal(unsure.status, 422);
  assert.match(unsure.text, /it cannot be undone/);
  assert.equal(unsure.dom.querySelector('input[name=eraseReference]')!.getAttribute('value'), 'ER 1');
  const unnamed = await ada.post(`${SOMEBODY}/erase`, { ...fields, sure: 'yes' });
  assert.match(unnamed.text, /Enter your reference|Answer this question/);
  const done = await ada.post(
    `${SOMEBODY}/erase`,
    { ...fields, eraseReference: 'ER 1', sure: 'yes' },
    { follow: true },
  );
  assert.match(done.text, /Erased: \d+ records? (was|were) changed/);
  assert.match((await ada.get(at('Odd Lindqvist'))).text, /Nobody is called so/);
});

test('a name of one word goes out of those sentences of history that somebody ticks, and of no other', async () => {
  const id = await person('May', 'may@ashmere.example');
  const subject = { kind: 'organisation', id: organisation };
  const said = ['May rang the clerk', 'Done by the end of May', 'It may rain', 'Mayday'];
  await site.within(organisation, async within => {
    for (const after of said)
      await record(within, subject, 'noted', [{ field: 'note', before: null, after }], site.clock.now());
  });
  const { dom, text } = await ada.get(at('May', `person:${id}`));
  assert.match(text, /Nothing of these is taken out unasked|nothing of these is taken out unasked/);
  const ticks = dom.querySelectorAll('input[name=sentence]').map(tick => tick.getAttribute('value')!);
  assert.equal(ticks.length, 2);
  const words = dom.querySelectorAll('label[for^=sentence]').map(label => label.text.trim());
  const sentence = ticks[words.indexOf('May rang the clerk')]!;
  const fields = { who: 'May', record: `person:${id}`, eraseReference: 'ER 5', sure: 'yes' };
  await ada.post(`${SOMEBODY}/erase`, { ...fields, sentence: [sentence, "1'; --", '999999'] });
  await site.within(organisation, async within => {
    const told = (await historyOf(within, subject)).flatMap(({ changes }) =>
      changes.map(({ after }) => after),
    );
    for (const stays of said.slice(1)) assert.ok(told.includes(stays), stays);
    assert.ok(!told.includes('May rang the clerk'));
    assert.equal(await firstBrokenEntry(within, subject), undefined);
  });
});

test('all of it is one archive, with the files that they put with records, also by link', async () => {
  const id = await person('Fil Gray', 'fil@ashmere.example');
  await site.within(organisation, async within => {
    const subject = { kind: 'organisation', id: organisation };
    for (const [name, by] of [
      ['own.txt', 'Fil Gray'],
      ['own.txt', 'Fil Gray, by link'],
      ['other.txt', 'Phil Gray'],
    ]) {
      const file = await attachable({ name: name!, content: Buffer.from(`${by} saw it`) });
      assert.ok(!('refused' in file));
      const actor = { id: null, name: by! };
      await attach({ ...within, actor }, subject, file, site.clock.now());
    }
  });
  const fields = { who: 'Fil Gray', record: `person:${id}`, reference: 'SAR 15', format: 'zip' };
  const { bytes, headers } = await ada.post(`${SOMEBODY}/access`, fields);
  assert.match(String(headers['content-disposition']), /OFFICIAL-SENSITIVE What is known - SAR 15\.zip/);
  const files = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, Buffer.from(content)] as const,
  );
  assert.deepEqual(files.map(([name]) => name).sort(), [
    'What is known - SAR 15.docx',
    'What is known - SAR 15.json',
    'files/2 own.txt',
    'files/own.txt',
  ]);
  const known = new Map(files);
  assert.equal(String(known.get('files/2 own.txt')), 'Fil Gray, by link saw it');
  assert.match(String(known.get('What is known - SAR 15.json')), /fil@ashmere\.example[\s\S]*own\.txt/);
});

test('an address that was typed is not sought where it is somebody else’s, whose record was not picked', async () => {
  const own = await person('Ola Berg', 'ola@ashmere.example');
  await person('Sid Oakes', 'sid@ashmere.example');
  const fields = { who: 'sid@ashmere.example', record: `person:${own}`, reference: 'SAR 14', format: 'json' };
  const told = JSON.stringify((await ada.post(`${SOMEBODY}/access`, fields)).bytes.toString());
  assert.match(told, /ola@ashmere\.example/);
  assert.doesNotMatch(told, /sid@ashmere\.example|Sid Oakes/);
});

test('nothing is known of, or done to, whoever belongs to another organisation', async () => {
  const zed = await site.person({
    organisation: await site.organisation('Saltby District Council'),
    name: 'Zed Rook',
    email: 'zed@saltby.example',
  });
  const theirs = await personIn(site, zed.organisation, { name: 'Zed Rook', email: 'zed@saltby.example' });
  for (const record of [`account:${zed.account.id}`, `person:${theirs}`, `holder:${theirs}`]) {
    assert.doesNotMatch((await ada.get(at('Zed Rook', record))).text, /saltby\.example/);
    const fields = { who: 'Zed Rook', record, eraseReference: 'ER 9', sure: 'yes' };
    const done = await ada.post(`${SOMEBODY}/erase`, fields, { follow: true });
    assert.match(done.text, /Nothing was done\. Tick first/);
  }
  assert.equal((await zed.get('/plans')).status, 200);
});

test('nobody erases their own account', async () => {
  const answer = await ada.post(`${SOMEBODY}/erase`, {
    who: 'Ada Marsh',
    record: `account:${ada.account.id}`,
    eraseReference: 'ER 2',
    sure: 'yes',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /This is your own account/);
  assert.equal((await ada.get('/plans')).status, 200);
});

test('whoever works for another organisation too is out here, and goes on there', async () => {
  const wanderer = await site.person({ role: 'editor', organisation, name: 'Wes Wander' });
  const elsewhere = await site.organisation('Borough of Thornwick');
  await site.query(
    'insert into memberships (organisation_id, account_id, role, created_at) values ($1, $2, $3, now())',
    [elsewhere, wanderer.account.id, 'viewer'],
  );
  const answer = await ada.post(
    `${SOMEBODY}/erase`,
    { who: 'Wes Wander', record: `account:${wanderer.account.id}`, eraseReference: 'ER 3', sure: 'yes' },
    { follow: true },
  );
  assert.match(answer.text, /Their account goes on elsewhere; they can no longer come in here/);
  assert.equal((await wanderer.get('/plans')).status, 303);
  const [account] = await site.query<{ name: string }>('select name from accounts where id = $1', [
    wanderer.account.id,
  ]);
  assert.equal(account!.name, 'Wes Wander');
});

test('who read what is marked stands by day, the latest first', async () => {
  assert.match((await ada.get('/organisation/privacy/reads')).text, /Nobody has read anything marked/);
  const plan = await site.within(organisation, within =>
    createPlan(within, newPlan({ title: 'Closed plan', marking: 'OFFICIAL-SENSITIVE' }), site.clock.now()),
  );
  await editor.get(`/plans/${plan}`);
  await editor.get(`/plans/${plan}/export.csv`);
  const { text } = await ada.get('/organisation/privacy/reads');
  assert.match(text, /Edwin Reed Closed plan \(plan\) On its page/i);
  assert.match(text, /Edwin Reed Closed plan \(plan\) In a file/i);
  assert.match((await ada.get('/organisation/privacy/reads?page=9')).text, /Who read what is marked/);
});

test('whoever looks up somebody who wrote of something marked is noted as its reader, on the page and by the file', async () => {
  const plan = await site.within(organisation, within =>
    createPlan(within, newPlan({ title: 'Sealed plan', marking: 'OFFICIAL-SENSITIVE' }), site.clock.now()),
  );
  await editor.post(`/plans/${plan}/comments`, { body: 'The heron is ready' });
  const record = `account:${editor.account.id}`;
  const reads = async () => (await ada.get('/organisation/privacy/reads')).text;
  assert.match((await ada.get(at('Edwin Reed', record))).text, /The heron is ready/);
  assert.match(await reads(), /Ada Marsh Sealed plan \(plan\) On its page/i);
  const fields = { who: 'Edwin Reed', record, reference: 'SAR 16', format: 'json' };
  assert.match(String((await ada.post(`${SOMEBODY}/access`, fields)).bytes), /The heron is ready/);
  assert.match(await reads(), /Ada Marsh Sealed plan \(plan\) In a file/i);
});

test('long after signing in, it is asked who they are, and led back to what was looked for', async () => {
  site.clock.advance({ minutes: 16 });
  const { location } = await ada.get(at('Robin Teal'));
  assert.match(decodeURIComponent(location!), /\/account\/prove\?to=.*who=Robin/);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dovecot, imapServer, PASSWORD } from '../../../../../tests/support/imap-server.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const program = dovecot();
const server = program ? await imapServer(program) : undefined;
after(() => server?.stop());

const PATH = '/organisation/mailbox';
const fields = (changed: Record<string, string> = {}) => ({
  ...{ host: '127.0.0.1', port: '1', security: 'none', user: 'press', password: 'a word', folder: 'INBOX' },
  ...{ version: '0' },
  ...changed,
});
const administratorOf = async (name: string) =>
  site.person({ role: 'administrator', organisation: await site.organisation(name) });

test('a mailbox is set up, changed and left; its password is never shown', async () => {
  const administrator = await administratorOf('Ferrow Borough Council');
  const saved = await administrator.post(PATH, fields(), { follow: true });
  assert.match(saved.text, /Saved\. Try it now/);
  assert.doesNotMatch(saved.html, /a word/);
  const changed = await administrator.post(PATH, fields({ folder: 'Answers', password: '', version: '1' }), {
    follow: true,
  });
  assert.match(changed.text, /Saved\./);
  assert.equal(changed.dom.querySelector('#folder')!.getAttribute('value'), 'Answers');
  const stale = await administrator.post(PATH, fields({ version: '1' }), { follow: true });
  assert.match(stale.text, /Somebody else changed it meanwhile/);
  const tried = await administrator.post(`${PATH}/try`, {}, { follow: true });
  assert.match(tried.text, /No mail server answers there/);
  assert.match(tried.text, /It could not be read since/);
  const left = await administrator.post(`${PATH}/remove`, {}, { follow: true });
  assert.match(left.text, /No mailbox is set up/);
  const { text } = await administrator.get('/organisation');
  assert.match(text, /changed the mailbox from INBOX of press at 127\.0\.0\.1/);
});

test('what is wrong with the answers is told field by field', async () => {
  const administrator = await administratorOf('Ouseby Council');
  const wrong = await administrator.post(
    PATH,
    fields({ host: 'imap example', port: '99999', security: 'other', user: '', folder: '' }),
  );
  assert.equal(wrong.status, 422);
  for (const said of [
    /name alone, like imap/,
    /port from 1 to 65535/,
    /Choose how the connection/,
    /Enter the user name/,
    /Enter the folder/,
  ])
    assert.match(wrong.text, said);
  const without = await administrator.post(PATH, fields({ password: '' }));
  assert.match(without.text, /Enter the password/);
});

test('a reply in a real mailbox stands on the page of replies a minute later', {
  skip: !program && 'This machine has no Dovecot (Debian: apt-get install dovecot-imapd).',
}, async () => {
  const administrator = await administratorOf('Marlow Fen Council');
  const saved = await administrator.post(PATH, fields({ port: `${server!.port}`, password: PASSWORD }), {
    follow: true,
  });
  assert.match(saved.text, /Saved/);
  const tried = await administrator.post(`${PATH}/try`, {}, { follow: true });
  assert.match(tried.text, /It can be read\. Replies are collected every minute/);
  const raw =
    'From: Jo Marsh <jo@ashmere.example>\r\nSubject: It is done\r\nMessage-ID: <x1@ashmere.example>\r\n\r\nYes.\r\n';
  server!.deliver('press', raw);
  await runTimed(site, site.clock.now().add({ minutes: 1 }));
  assert.match((await administrator.get('/organisation/replies')).text, /It is done/);
  assert.match((await administrator.get(PATH)).text, /Read last/);
});

test('only an administrator sees it', async () => {
  for (const role of ['viewer', 'editor', 'lead'] as const) {
    const person = await site.person({ role });
    assert.equal((await person.get(PATH)).status, 403);
    assert.equal((await person.post(PATH, fields())).status, 403);
  }
});

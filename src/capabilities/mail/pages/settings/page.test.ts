import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type MailServer, startMailServer } from '../../../../../tests/support/mail-server.ts';
import { messagesOf } from '../../../../../tests/support/messages.ts';
import { type Person, type TestSite, testSite } from '../../../../../tests/support/site.ts';
import { putInOutbox } from '../../../../platform/mail/outbox.ts';

const PATH = '/organisation/mail';

describe('email settings', () => {
  let site: TestSite;
  let server: MailServer;
  let administrator: Person;
  let fields: Record<string, string>;

  before(async () => {
    site = await testSite();
    server = await startMailServer();
    administrator = await site.person({ role: 'administrator', name: 'Ada Marsh' });
    fields = {
      ...{ fromName: '', fromAddress: 'comms@ashmere.example', replyTo: '', bounces: '' },
      ...{ host: '127.0.0.1', port: `${server.port}`, security: 'none', user: '', password: '' },
    };
  });
  after(async () => {
    await server.close();
    await site.close();
  });
  const save = async (given: Record<string, string>) => {
    const { dom } = await administrator.get(PATH);
    const version = dom.querySelector('input[name=version]')?.getAttribute('value') ?? '';
    return administrator.post(PATH, { version, ...fields, ...given }, { follow: true });
  };

  test('until it is set up, administrators are told on every page, and nobody else is', async () => {
    assert.match((await administrator.get('/plans')).text, /Email is not set up/);
    assert.match((await administrator.get(PATH)).text, /go nowhere/);
    const editor = await site.person({ role: 'editor', organisation: administrator.organisation });
    assert.doesNotMatch((await editor.get('/plans')).text, /Email is not set up/);
  });

  test('what is wrong is said beside the field', async () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ fromAddress: '' }, /Enter the address that messages come from/],
      [{ fromAddress: 'comms at ashmere' }, /Enter an email address in the correct format/],
      [{ replyTo: 'no-reply@ashmere.example' }, /enter an address that somebody reads/],
      [{ host: 'https://mail.example' }, /Enter the name of the server alone/],
      [{ port: '70000' }, /Enter a port from 1 to 65535/],
      [{ user: 'commsgrid' }, /Enter the password/],
      [
        { user: 'commsgrid', password: 'kestrel' },
        /A password is not sent over a connection that anybody can read/,
      ],
      [{ host: '', user: 'commsgrid', password: 'x' }, /Enter the server that the user name is for/],
    ];
    for (const [given, words] of wrong) {
      const page = await save(given);
      assert.equal(page.status, 422);
      assert.match(page.text, words);
      assert.doesNotMatch(page.html, /value="kestrel"/);
    }
  });

  test('what waited is sent once it is set up, but not what is older than two days', async () => {
    const { organisation } = administrator;
    const write = (subject: string) =>
      site.within(organisation, within =>
        putInOutbox(
          within,
          {
            kind: 'mail-test',
            to: { name: 'Olwen', address: 'olwen@ashmere.example' },
            subject,
            text: 'Words',
          },
          site.clock.now(),
        ),
      );
    await write('Old');
    site.clock.advance({ hours: 60 });
    await write('New');
    await site.runJobs();
    administrator = await site.person({ role: 'administrator', organisation, name: 'Ada Marsh' });
    const page = await save({});
    assert.match(page.text, /Saved\. Send a test message/);
    assert.doesNotMatch(page.text, /Email is not set up/);
    await site.runJobs();
    const states = (await messagesOf(site, organisation)).map(({ subject, state }) => `${subject} ${state}`);
    assert.deepEqual(states.sort(), ['New accepted', 'Old given-up']);
  });

  test('a test message goes to whoever asks, and the server’s answer is shown', async () => {
    const page = await administrator.post(`${PATH}/test`, {}, { follow: true });
    assert.match(page.text, /The mail server took it/);
    assert.deepEqual(server.received.at(-1)?.to, [administrator.account.email]);
  });

  test('a server that does not answer is told in words, with what to do, and mail is said to stand still', async () => {
    await save({ port: '1' });
    const page = await administrator.post(`${PATH}/test`, {}, { follow: true });
    assert.match(page.text, /The server does not accept connections/);
    assert.match(page.text, /Check the port/);
    assert.match((await administrator.get('/plans')).text, /The mail server takes no messages/);
    assert.match((await administrator.get(PATH)).text, /Nothing has left since/);
    await save({});
    assert.doesNotMatch((await administrator.get('/plans')).text, /The mail server takes no messages/);
  });

  test('a password is sealed, never shown, and not sent to another server than it was given for', async () => {
    const secure = { security: 'starttls', host: 'smtp.ashmere.example', user: 'commsgrid' };
    await save({ ...secure, password: 'kestrel thimble' });
    const shown = await administrator.get(PATH);
    assert.doesNotMatch(shown.html, /kestrel/);
    const [row] = await site.within(administrator.organisation, ({ db }) =>
      db.selectFrom('mail_settings').select('password_sealed').execute(),
    );
    assert.ok(row?.password_sealed && !row.password_sealed.toString('latin1').includes('kestrel'));
    assert.match((await save(secure)).text, /Nothing was changed/);
    const elsewhere = await save({ ...secure, host: 'smtp.elsewhere.example' });
    assert.match(elsewhere.text, /Enter the password again for this server/);
  });

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const page = await administrator.post(
      PATH,
      { ...fields, fromName: 'Late', version: '1' },
      { follow: true },
    );
    assert.match(page.text, /Somebody else changed it meanwhile/);
  });

  test('a key for signing is made, its record shown, and it signs when it is said to be published', async () => {
    const path = `${PATH}/signing`;
    assert.equal((await administrator.post(path, { domain: 'ashmere', selector: 'a b' })).status, 422);
    const made = await administrator.post(
      path,
      { domain: 'ashmere.example', selector: 'cg1' },
      { follow: true },
    );
    assert.match(made.text, /cg1\._domainkey\.ashmere\.example/);
    assert.match(made.text, /v=DKIM1; k=rsa; p=MII/);
    const on = await administrator.post(`${path}/set`, { signs: 'yes' }, { follow: true });
    assert.match(on.text, /Messages are signed for ashmere\.example/);
    await save({});
    await administrator.post(`${PATH}/test`, {});
    assert.match(
      server.received.at(-1)?.text ?? '',
      /DKIM-Signature: .*d=ashmere\.example;\s*q=dns\/txt;\s*s=cg1;/s,
    );
  });

  test('what the environment says wins, is shown, and cannot be changed here', async () => {
    const settings = {
      COMMSGRID_SMTP_HOST: 'relay.ashmere.example',
      COMMSGRID_SMTP_USER: 'commsgrid',
      COMMSGRID_SMTP_PASSWORD: 'kestrel',
      COMMSGRID_MAIL_FROM: 'all@ashmere.example',
    };
    const other = await testSite({ settings });
    try {
      const theirs = await other.person({ role: 'administrator' });
      const page = await theirs.get(PATH);
      assert.match(
        page.text,
        /relay\.ashmere\.example, port 587, TLS begun in the conversation, as commsgrid/,
      );
      assert.doesNotMatch(page.html, /kestrel/);
      assert.equal(page.dom.querySelector('#host'), null);
      await theirs.post(PATH, { ...fields, version: '0', fromName: 'Ashmere', host: 'smtp.evil.example' });
      const [row] = await other.within(theirs.organisation, ({ db }) =>
        db.selectFrom('mail_settings').selectAll().execute(),
      );
      assert.deepEqual([row?.from_name, row?.host, row?.from_address], ['Ashmere', null, null]);
    } finally {
      await other.close();
    }
  });

  for (const role of ['viewer', 'editor'] as const)
    test(`a ${role} may not see or change any of it`, async () => {
      const person = await site.person({ role, organisation: administrator.organisation });
      for (const path of [PATH, `${PATH}/signing`, '/organisation/outbox'])
        assert.equal((await person.get(path)).status, 403);
      assert.equal((await person.post(`${PATH}/test`, {})).status, 403);
    });
});

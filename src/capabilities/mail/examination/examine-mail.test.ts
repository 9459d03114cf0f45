import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dovecot, imapServer, PASSWORD } from '../../../../tests/support/imap-server.ts';
import { startMailServer } from '../../../../tests/support/mail-server.ts';
import { nameServer } from '../../../../tests/support/name-server.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { mailEnvironment } from '../../../platform/mail/environment.ts';
import { examineMail } from './examine-mail.ts';

const names = await nameServer({
  'ashmere.example': ['v=spf1 -all'],
  '_dmarc.ashmere.example': ['v=DMARC1; p=none'],
});
after(names.close);
const site = await testSite();
after(site.close);
const relay = await startMailServer();
after(relay.close);
const program = dovecot();
const box = program ? await imapServer(program) : undefined;
after(() => box?.stop());

const own = { COMMSGRID_NAME_SERVERS: [names.address] };
const examine = async (set: Parameters<typeof mailEnvironment>[0] = own) => {
  const { database, signingSecret } = site;
  const environment = mailEnvironment(set);
  return examineMail({ database, environment, signingSecret, url: 'https://grid.example' });
};
const lines = async (set?: Parameters<typeof mailEnvironment>[0]) =>
  (await examine(set)).map(({ check, state, says, type = '' }) => `${state} ${check}: ${says} | ${type}`);
const MAIL = '/organisation/mail';
const save = (port: number, changed: Record<string, string>) => ({
  ...{ host: '127.0.0.1', port: `${port}`, security: 'none', fromAddress: 'comms@ashmere.example' },
  ...{ version: '0', ...changed },
});

test('the doctor says of each server, mailbox and record whether it does, and what to do where it does not', async () => {
  assert.deepEqual(await lines(), []);
  const ada = await site.person({ role: 'administrator' });
  const [before] = await lines();
  assert.match(
    before!,
    /^advise Email out: email is not set up for Borough of Ashmere: messages stay in the/,
  );
  assert.match(before!, /\| https:\/\/grid\.example\/organisation\/mail$/);

  await ada.post(MAIL, save(relay.port, {}));
  const sam = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Isle of Saltby'),
  });
  await sam.post(MAIL, save(1, { fromAddress: 'comms@saltby.example' }));
  await ada.post(`${MAIL}/signing`, { domain: 'ashmere.example', selector: 'cg1' });
  const found = await lines();
  const one = (words: RegExp) =>
    assert.ok(
      found.some(line => words.test(line)),
      found.join('\n'),
    );
  one(/^well Email out: 127\.0\.0\.1:\d+ answers, and asks for no login, for Borough of Ashmere \(comms@/);
  one(
    /^mend Email out: 127\.0\.0\.1:1, for Isle of Saltby: The server does not accept.* \| nc -vz 127\.0\.0\.1 1$/,
  );
  one(
    /^advise Email records: The key \(DKIM\), cg1\._domainkey.* \| dig \+short TXT cg1\._domainkey\.ashmere\.example$/,
  );
  one(/^well Email records: Servers \(SPF\), ashmere\.example/);
  one(/^advise Email records: Forgeries \(DMARC\), _dmarc\.ashmere\.example: Others are asked to report/);
  assert.equal(relay.received.length, 0, 'nothing is sent to find out');

  await ada.post(`${MAIL}/signing/set`, { signs: 'yes' });
  assert.ok((await lines()).some(line => line.startsWith('mend Email records: The key (DKIM)')));
});

test('what the environment says wins, and its server is tried once for all', async () => {
  const set = {
    ...own,
    COMMSGRID_SMTP_HOST: '127.0.0.1',
    COMMSGRID_SMTP_PORT: relay.port,
    COMMSGRID_SMTP_SECURITY: 'starttls' as const,
    COMMSGRID_MAIL_FROM: 'all@ashmere.example',
  };
  const out = (await examine(set)).filter(({ check }) => check === 'Email out');
  assert.equal(out.length, 1);
  assert.match(out[0]!.says, /for Borough of Ashmere and 2 others: The server does not offer an encrypted/);
  assert.match(out[0]!.type!, /^openssl s_client -connect 127\.0\.0\.1:\d+ .* -starttls smtp$/);
});

test('a mailbox that can be read is told from one that cannot, and nothing is taken from it', {
  skip: !box && 'This machine has no Dovecot (Debian: apt-get install dovecot-imapd).',
}, async () => {
  const ina = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Tarn Fire Authority'),
  });
  const fields = (password: string, version: string) => ({
    ...{ host: '127.0.0.1', port: `${box!.port}`, security: 'none', user: 'tarn', folder: 'INBOX' },
    ...{ password, version },
  });
  const inward = async () => (await lines()).filter(line => /Email in:/.test(line));
  await ina.post('/organisation/mailbox', fields('wrong', '0'));
  assert.match(
    (await inward())[0]!,
    /^mend .*for Tarn Fire Authority: The mail server does not accept.*mailbox$/,
  );
  await ina.post('/organisation/mailbox', fields(PASSWORD, '1'));
  assert.match(
    (await inward())[0]!,
    /^well .*INBOX of tarn at 127\.0\.0\.1:\d+, for Tarn Fire.* can be read/,
  );
});

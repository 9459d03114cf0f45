import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { nameServer } from '../../../../../tests/support/name-server.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const names = await nameServer();
after(names.close);
const site = await testSite({ settings: { COMMSGRID_NAME_SERVERS: names.address } });
after(site.close);

const PATH = '/organisation/mail/signing';
const RECORD = 'cg1._domainkey.ashmere.example';

test('what name servers say of the key, of who may send and of forgeries is looked at when somebody asks', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const look = () => administrator.post(`${PATH}/look`, {}, { follow: true });
  assert.match((await look()).text, /Make a key first/);
  await administrator.post('/organisation/mail', {
    ...{ host: 'smtp.ashmere.example', security: 'starttls', fromAddress: 'comms@ashmere.example' },
    version: '0',
  });
  const made = await administrator.post(
    PATH,
    { domain: 'ashmere.example', selector: 'cg1' },
    { follow: true },
  );
  assert.equal(names.asked.length, 0, 'nothing is asked of anybody unasked');
  const record = made.dom.querySelector('#record')!.textContent!.trim();

  const nothing = await look();
  assert.equal(nothing.status, 200);
  assert.match(
    nothing.text,
    /The key \(DKIM\) To put right No record of the key is published there\. Ask whoever/,
  );
  assert.match(nothing.text, /Servers \(SPF\) Could be better It is not published which servers may send/);
  assert.match(nothing.text, /_dmarc\.ashmere\.example/);

  names.says.set(RECORD, [record.slice(0, 255)]);
  assert.match((await look()).text, /The record is cut short.*Look again/);
  names.says.set(RECORD, [record]);
  names.says.set('ashmere.example', ['v=spf1 include:_spf.relay.example -all']);
  names.says.set('_dmarc.ashmere.example', ['v=DMARC1; p=quarantine']);
  const good = await look();
  assert.match(good.text, /Good The record is published and carries the key/);
  assert.equal(good.dom.querySelectorAll('.govuk-tag--green').length, 3);
  names.says.set(RECORD, 'failure');
  assert.match((await look()).text, /Not known No name server told us \(ESERVFAIL\)/);
});

test('only an administrator asks', async () => {
  const lead = await site.person({ role: 'lead' });
  assert.equal((await lead.post(`${PATH}/look`, {})).status, 403);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../tests/support/site.ts';
import { installationOutbox } from './installation-outbox.ts';
import { putInInstallationOutbox } from './outbox.ts';

const site = await testSite();
after(site.close);

test('what was written before an organisation was known can be read by whoever runs the machine', async () => {
  const message = {
    kind: 'new-password',
    to: { name: 'Olwen Fenn', address: 'olwen.fenn@ashmere.example' },
    subject: 'Choose a new password',
    text: 'Open this link:\nhttps://ashmere.example/reset/abc',
    secrets: ['https://ashmere.example/reset/abc'],
  };
  await site.database.beforeOrganisation(db => putInInstallationOutbox(db, message, site.clock.now()));
  const [kept, ...more] = await installationOutbox(site.database);
  assert.deepEqual(
    [kept?.to, kept?.state, kept?.text, more],
    [message.to.address, 'waiting', message.text, []],
  );
});

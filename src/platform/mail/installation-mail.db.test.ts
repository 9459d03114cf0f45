import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { installationMessages } from '../../../tests/support/messages.ts';
import { type TestSite, testSite } from '../../../tests/support/site.ts';
import { putInInstallationOutbox } from './outbox.ts';

/** Two bodies share an installation that has no server of its own; each may name one. */
describe('a message of no organisation, where the installation has no server', () => {
  let site: TestSite;
  let [ashmere, wolds] = ['', ''];
  let servers: MailServer[];

  before(async () => {
    site = await testSite();
    servers = [await startMailServer(), await startMailServer()];
    ashmere = await site.organisation('Borough of Ashmere');
    wolds = await site.organisation('Wolds Fire and Rescue');
  });
  after(async () => {
    await Promise.all(servers.map(server => server.close()));
    await site.close();
  });
  beforeEach(async () => {
    for (const organisation of [ashmere, wolds])
      await site.within(organisation, ({ db }) => db.deleteFrom('mail_settings').execute());
    await site.query('delete from installation_messages');
    for (const server of servers) server.received.length = 0;
    await site.runJobs();
  });

  const setUp = async (organisation: string, server: MailServer) => {
    const said = {
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      from_address: 'a@ashmere.example',
    };
    await site.within(organisation, ({ db }) =>
      db
        .insertInto('mail_settings')
        .values({ ...said, changed_at: site.clock.now() })
        .execute(),
    );
    await site.query('update organisations set mail_is_set_up = true where id = $1', [organisation]);
  };
  const write = async (account: string) => {
    const message = {
      kind: 'new-password',
      to: { name: 'Olwen Fenn', address: 'olwen.fenn@ashmere.example' },
      subject: 'Choose a new password',
      text: 'Open this link.',
      account,
    };
    await site.database.beforeOrganisation(db => putInInstallationOutbox(db, message, site.clock.now()));
    await site.runJobs();
    return (await installationMessages(site))[0]?.state;
  };
  const memberOf = async (...organisations: string[]) => {
    const [first, ...others] = organisations;
    const { account } = await site.person({ organisation: first!, name: 'Olwen Fenn' });
    for (const other of others)
      await site.query(
        `insert into memberships (organisation_id, account_id, role, created_at) values ($1, $2, 'viewer', now())`,
        [other, account.id],
      );
    return account.id;
  };

  test('leaves by the server of the one organisation with a server that the person works for', async () => {
    await setUp(ashmere, servers[0]!);
    assert.equal(await write(await memberOf(ashmere)), 'accepted');
    assert.equal(servers[0]!.received.length, 1);
    await site.query('delete from installation_messages');
    assert.equal(await write(await memberOf(ashmere, wolds)), 'accepted');
  });

  test('does not leave by the server of a body that the person does not work for', async () => {
    await setUp(ashmere, servers[0]!);
    await site.query('update organisations set mail_is_set_up = false where id = $1', [wolds]);
    assert.equal(await write(await memberOf(wolds)), 'waiting');
    assert.equal(servers[0]!.received.length, 0);
  });

  test('of two bodies with a server each, goes to neither', async () => {
    await setUp(ashmere, servers[0]!);
    await setUp(wolds, servers[1]!);
    assert.equal(await write(await memberOf(ashmere, wolds)), 'waiting');
    assert.deepEqual([servers[0]!.received.length, servers[1]!.received.length], [0, 0]);
  });
});

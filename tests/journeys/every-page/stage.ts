import type { Client } from '../../support/client.ts';
import { type Person, type TestSite, testSite } from '../../support/site.ts';

/** A site that a browser can reach, and the people who look at it. */
export type Stage = {
  site: TestSite;
  address: string;
  people: {
    administrator: Client;
    editor: Person;
    viewer: Client;
    /** Editor of an organisation where nothing has been done yet. */
    newcomer: Client;
    /** Has an account and no organisation. */
    arriving: Client;
  };
};

export const LONG_NAME =
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and District Borough Council';
export const LONG_WORD = 'Kommunikationsplanungsverantwortlichenstellvertreterinnenversammlungsprotokoll';

export async function openStage(): Promise<Stage> {
  const site = await testSite({ settings: { COMMSGRID_UPLOAD_MB: '1' } });
  const address = await site.app.listen({ port: 0 });
  const elsewhere = await site.organisation(LONG_NAME);
  const people = {
    administrator: await site.person({ role: 'administrator' }),
    editor: await site.person({ role: 'editor' }),
    viewer: await site.person({ role: 'viewer' }),
    newcomer: await site.person({ role: 'administrator', organisation: elsewhere, name: LONG_WORD }),
    arriving: await site.person({ role: 'viewer', organisation: elsewhere, name: 'Nora Newland' }),
  };
  await site.query('delete from memberships where account_id = $1', [people.arriving.account.id]);
  return { site, address, people };
}

export const cookieOf = (client: Client, address: string) => ({
  name: 'commsgrid',
  value: client.jar.get('commsgrid')!,
  url: address,
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn } from '../../../../tests/support/asked.ts';
import { editionsOn } from '../../../../tests/support/editions.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { settleOwnership } from './settle-ownership.ts';

const site = await testSite();
after(site.close);
const { madePlan, lines } = editionsOn(site);

test('lines go to whom somebody names, where only the directory knows them; whom nobody knows, to nobody', async () => {
  const editor = await site.person({ role: 'editor' });
  const directory = askedOn(site, editor.organisation);
  await directory.person({ name: 'Lena Brook' });
  const { plan } = await madePlan(editor);
  const [bins, panel] = await lines(editor, plan);
  const named = (line: string, name: string) =>
    site.within(editor.organisation, async within => {
      const { accountable_id: owner } = await within.db
        .selectFrom('lines')
        .select('accountable_id')
        .where('id', '=', line)
        .executeTakeFirstOrThrow();
      const records = [{ kind: 'line', id: line, picked: false }];
      const by = { person: null, name: 'Jo Reed', byLink: true };
      const given = {
        request: '',
        kind: 'ownership',
        owner: owner!,
        instead: null,
        choice: 'none',
        note: '',
        ...{ day: null, said: {}, earlier: [], at: site.clock.now() },
      };
      await settleOwnership(within, { ...given, name, records, by }, site.clock.now());
    });
  await named(bins!.id, 'Lena Brook');
  await named(panel!.id, 'Somebody Unknown');
  const owners = (await lines(editor, plan)).map(({ accountable }) => accountable);
  assert.deepEqual(owners.slice(0, 2), ['Lena Brook', '']);
});

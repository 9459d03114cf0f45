import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { csv, editionsOn, type Line } from '../../../tests/support/editions.ts';
import { testSite } from '../../../tests/support/site.ts';
import { acceptEditionJob } from './accept-edition-job.ts';

const site = await testSite();
after(site.close);

test('a long edition that two workers work in at once is worked in once', async () => {
  const editor = await site.person();
  const { madePlan, givenAsEdition, accept, lines } = editionsOn(site);
  const { plan } = await madePlan(editor);
  const visits = Array.from(
    { length: 520 },
    (_, number): Line => [`Visit house ${number} of the harbour estate`, 'Ward sergeants', 'Monthly'],
  );
  const old = (await lines(editor, plan)).map(({ what, owner, when }): Line => [what, owner, when]);
  const reading = await givenAsEdition(editor, plan, csv([...old, ...visits]));
  await accept(editor, reading);
  assert.equal((await lines(editor, plan)).length, old.length);
  const run = () =>
    acceptEditionJob.run(
      { reading },
      {
        organisation: editor.organisation,
        clock: site.clock,
        stopping: new AbortController().signal,
        within: work => site.within(editor.organisation, work),
      },
    );
  await Promise.all([run(), run()]);
  assert.equal((await lines(editor, plan)).length, old.length + visits.length);
  assert.equal((await editor.get(`/readings/${reading}/undo`)).status, 200);
});

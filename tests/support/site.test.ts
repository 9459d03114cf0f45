import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { enqueue } from '../../src/platform/jobs/enqueue.ts';
import { defineJob } from '../../src/platform/jobs/job.ts';
import { testSite } from './site.ts';

const site = await testSite();
after(site.close);

test('somebody signed in is recognised, and nobody else', async () => {
  const person = await site.person();
  const unknown = await person.get('/nowhere');
  assert.equal(unknown.status, 404);
  assert.match(unknown.text, /Edwin Reed/);
  assert.match(unknown.text, /Borough of Ashmere/);
  assert.doesNotMatch((await site.visitor().get('/nowhere')).text, /Edwin Reed/);
});

test('jobs are done in their order, within their organisation, with what they queue', async () => {
  const done: string[] = [];
  const job = defineJob({
    name: 'test-count',
    payload: z.object({ left: z.number() }),
    run: async ({ left }, { within, clock, organisation }) => {
      done.push(`${left} ${organisation}`);
      if (left) await within(inside => enqueue(inside, job, { left: left - 1 }, clock.now()));
    },
    expireInSeconds: 60,
    retryLimit: 0,
  });
  site.capabilities.push({ name: 'test', jobs: [job] });
  const organisation = await site.organisation('Tealby District');
  await site.within(organisation, inside => enqueue(inside, job, { left: 2 }, site.clock.now()));
  assert.equal(await site.runJobs(), 3);
  assert.deepEqual(done, [`2 ${organisation}`, `1 ${organisation}`, `0 ${organisation}`]);
  assert.equal(await site.runJobs(), 0);
});

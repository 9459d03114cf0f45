import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setUp } from '../support/over-http.ts';
import { dataFolder, startRunning } from '../support/running.ts';

const folder = dataFolder();
after(folder.end);

test('a link that is made for somebody names the port that was found, where any free one was asked for', async () => {
  const running = await startRunning({ data: folder.data });
  const { port } = new URL(running.url);
  assert.notEqual(port, '0');
  const administrator = await setUp(running.url, running.firstLink ?? '');
  await administrator.get('/organisation/people');
  const made = await administrator.post('/organisation/people', {
    name: 'Jo Marsh',
    email: 'jo@ashmere.example',
    role: 'editor',
  });
  const link = /http:\/\/[^\s"<]+\/join\/[^\s"<]+/.exec(made.html)?.[0];
  assert.equal(new URL(link ?? 'http://none').port, port);
  assert.equal((await fetch(link ?? '')).status, 200);
  await running.signal('SIGTERM');
});

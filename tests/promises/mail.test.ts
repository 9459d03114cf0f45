import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendWhileKilled } from '../support/sending-while-killed.ts';

const LINES = 5;

/**
 * A worker may be killed at any moment: before a message leaves, while it leaves, after the server took it and before that
 * is written down. Nobody gets a message twice, and where nobody can know whether it arrived, the record says so.
 */
test('a worker that is killed while it hands over messages sends every message once, or says that it may have been sent', async () => {
  const [messages, kills] = [200, 2];
  const fates = await sendWhileKilled({ messages, kills });
  assert.equal(fates.length, messages);
  const wrong = fates.filter(({ state, arrived }) =>
    state === 'accepted' ? arrived !== 1 : state !== 'unknown' || arrived > 1,
  );
  assert.deepEqual(wrong, []);
  const unknown = fates.filter(({ state }) => state === 'unknown').length;
  assert.ok(unknown <= kills * LINES, `${unknown} are not known to have arrived`);
});

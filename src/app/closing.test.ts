import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openClosing } from './closing.ts';

test('ends what was begun, the last first, and once', async () => {
  const closing = openClosing();
  const ended: string[] = [];
  for (const name of ['database', 'web']) closing.ends(1_000, async () => ended.push(name));
  await Promise.all([closing.all(), closing.all()]);
  assert.deepEqual(ended, ['web', 'database']);
});

test('leaves behind what takes too long, and gives what follows the time that is left', async () => {
  const closing = openClosing();
  let given = 0;
  closing.ends(2_000, async limit => (given = limit));
  closing.ends(100, () => new Promise(() => undefined));
  await closing.all();
  assert.ok(given > 500 && given < 1_950, String(given));
});

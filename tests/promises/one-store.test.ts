import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { dataFolder, startRunning } from '../support/running.ts';

const LINUX_ALONE = {
  skip: process.platform !== 'linux' && 'Only Linux keeps stores of freed memory by thread.',
};

test(
  'a Commsgrid keeps one store of freed memory a process, and is the process that was started',
  LINUX_ALONE,
  async () => {
    const folder = dataFolder();
    after(folder.end);
    const running = await startRunning({ data: folder.data, environment: { MALLOC_ARENA_MAX: '' } });
    assert.equal(running.web, running.process.pid);
    for (const pid of [running.web, running.worker()!])
      assert.match(readFileSync(`/proc/${pid}/environ`, 'utf8'), /(^|\0)MALLOC_ARENA_MAX=1\0/);
    assert.equal((await running.signal('SIGTERM')).code, 0);
  },
);

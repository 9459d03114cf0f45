import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFolders } from '../../src/platform/database/embedded/folders.ts';
import { HOME } from '../../src/platform/settings/settings.ts';
import { type OverHttp, setUp } from '../support/over-http.ts';
import { processesOf } from '../support/processes.ts';
import { giveIn, untilRead } from '../support/readings.ts';
import {
  dataFolder,
  type HowToStart,
  PROGRAM,
  runCommand,
  send,
  startRunning,
  stopAll,
} from '../support/running.ts';
import { smallPlan } from '../support/small-plan.ts';

const isRoot = process.getuid?.() === 0;

/** An account without rights, as people have: another one where we are root, else the one we are. */
const AS_USER = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : [];
const START = [...PROGRAM, 'start'];

describe('a Commsgrid in odd places', () => {
  let folder: string;
  let end: () => Promise<void>;
  const mounted: string[] = [];

  beforeEach(() => {
    ({ folder, end } = dataFolder());
  });
  afterEach(async () => {
    await stopAll(folder);
    for (const place of mounted.splice(0)) assert.equal(spawnSync('umount', [place]).status, 0);
    await end();
  });

  /** Starts, sets up where nobody has yet, gives a document in, has it read, stops, and leaves nothing behind. */
  async function live(how: HowToStart, person?: OverHttp): Promise<OverHttp> {
    const running = await startRunning(how);
    const who = person ?? (await setUp(running.url, running.firstLink ?? ''));
    who.moveTo(running.url);
    await who.get('/readings/new');
    await untilRead(who, await giveIn(who, 'plan.docx', await smallPlan()));
    assert.equal((await running.signal('SIGTERM')).code, 0, running.output());
    assert.deepEqual(processesOf(folder), []);
    return who;
  }

  /** The same checkout, seen at another place; only to be read, so that nothing done there can reach the real one. */
  function checkoutAt(place: string): string {
    mkdirSync(place);
    const done = spawnSync('mount', ['-o', 'bind,ro', HOME, place], { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    mounted.push(place);
    assert.throws(() => writeFileSync(join(place, 'package.json'), '', { flag: 'r+' }), { code: 'EROFS' });
    return place;
  }

  function userFolder(): string {
    const own = join(folder, 'home');
    mkdirSync(own, { mode: 0o700 });
    if (isRoot) chownSync(own, 65534, 65534);
    return own;
  }

  test('lives with its data 200 characters deep', async () => {
    const data = join(folder, 'deep/'.repeat(40)).slice(0, 200).replace(/\/$/, 'x');
    assert.equal(data.length, 200);
    await live({ data });
    rmSync(dataFolders(data).socket, { recursive: true, force: true });
  });

  test('lives with blanks, quotes and letters of other languages in its path', async () => {
    await live({ data: join(folder, "plans & “grid” o'clock", 'Caernarfon Tŷ Hywel') });
  });

  test('lives as an ordinary user', async () => {
    const home = userFolder();
    await live({ data: join(home, 'data'), command: [...AS_USER, ...START], environment: { HOME: home } });
  });

  test('killed at any moment of its first start, starts the next time', async () => {
    for (const moment of [150, 300, 450, 600, 800, 1_000, 1_300]) {
      const data = join(folder, String(moment));
      const first = runCommand({ data, command: START });
      await pause(moment);
      for (const { pid, line } of processesOf(data)) if (/main\.mjs/.test(line)) send(pid, 'SIGKILL');
      await first;
      const running = await startRunning({ data });
      assert.equal((await fetch(`${running.url}/health`)).status, 200);
      assert.equal((await running.signal('SIGTERM')).code, 0);
      assert.deepEqual(processesOf(data), [], `killed after ${moment} milliseconds`);
    }
  });

  if (isRoot) {
    test('lives as root where only root may enter, the checkout too', async () => {
      chmodSync(folder, 0o700);
      const home = checkoutAt(join(folder, 'checkout'));
      await live({ data: join(folder, 'data'), home });
    });

    test('lives there too on a machine without setpriv', async () => {
      chmodSync(folder, 0o700);
      const programs = join(folder, 'programs');
      mkdirSync(programs);
      writeFileSync(join(programs, 'setpriv'), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
      const PATH = `${programs}:${process.env.PATH}`;
      const home = checkoutAt(join(folder, 'checkout'));
      await live({ data: join(folder, 'data'), home, environment: { PATH } });
    });

    test('begun by an ordinary user, lives as root, and as that user again', async () => {
      const home = userFolder();
      const data = join(home, 'data');
      const asUser = { data, command: [...AS_USER, ...START], environment: { HOME: home } };
      const person = await live(asUser);
      await live({ data }, person);
      await live(asUser, person);
    });

    test('begun by root, tells an ordinary user in a sentence why it does not start', async () => {
      const data = join(folder, 'data');
      await live({ data });
      const told = await runCommand({ data, command: [...AS_USER, ...START] });
      assert.equal(told.code, 1);
      assert.match(told.text, /^The data folder .* cannot be used .* npx commsgrid doctor\n$/);
      const doctor = await runCommand({ data, command: [...AS_USER, ...PROGRAM, 'doctor'] });
      assert.match(doctor.text, /belongs to the account root.*\n.*type: sudo chown -R nobody/);
    });
  }
});

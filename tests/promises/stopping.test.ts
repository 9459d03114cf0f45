import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, afterEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type OverHttp, setUp } from '../support/over-http.ts';
import { processesOf } from '../support/processes.ts';
import { giveIn, untilRead } from '../support/readings.ts';
import {
  dataFolder,
  type Exit,
  PROGRAM,
  type Running,
  runCommand,
  startRunning,
} from '../support/running.ts';
import { smallPlan } from '../support/small-plan.ts';

/** In milliseconds: whoever stops it waits no longer than this. */
const STOPPED_WITHIN = 10_000;

describe('a Commsgrid that is asked to stop', () => {
  const folder = dataFolder();
  let running: Running;
  let person: OverHttp | undefined;
  after(folder.end);

  const start = async (command?: string[]) => {
    running = await startRunning({ data: folder.data, ...(command && { command }) });
    person?.moveTo(running.url);
    person ??= await setUp(running.url, running.firstLink ?? '');
    return person;
  };
  const assertStopped = ({ milliseconds }: Exit) =>
    assert.ok(milliseconds < STOPPED_WITHIN, `${milliseconds} milliseconds`);
  afterEach(async () => {
    for (let waited = 0; waited < 1_000 && processesOf(folder.data).length; waited += 50) await pause(50);
    assert.deepEqual(processesOf(folder.data), [], 'processes were left');
  });

  test('finishes the request in hand, and what that asked for is done after the next start', async () => {
    const sender = await start();
    await sender.get('/readings/new');
    let exit: Promise<Exit> | undefined;
    const given = await giveIn(sender, 'slow.docx', await smallPlan(200), async () => {
      await pause(500); // the first half is on its way
      exit = running.signal('SIGTERM');
      await pause(2_000);
    });
    const { code, milliseconds } = await exit!;
    assert.equal(code, 0);
    assert.ok(milliseconds > 2_000 && milliseconds < STOPPED_WITHIN, `${milliseconds} milliseconds`);
    await start();
    await untilRead(sender, given);
    assert.equal((await running.signal('SIGTERM')).code, 0);
  });

  test('does not wait for a request that never ends', async () => {
    await start();
    const { port } = new URL(running.url);
    const endless = connect(Number(port), '127.0.0.1');
    endless.on('error', () => undefined);
    endless.write('POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n');
    endless.write('Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=');
    await once(endless, 'connect');
    await pause(100);
    const exit = await running.signal('SIGTERM');
    endless.destroy();
    assert.equal(exit.code, 0);
    assertStopped(exit);
  });

  test('stops at Ctrl-C, which a terminal sends to the whole group', async () => {
    await start();
    const exit = await running.signalGroup('SIGINT');
    assert.equal(exit.code, 0);
    assertStopped(exit);
  });

  test('stops at once when Ctrl-C is pressed again, and leaves nothing running all the same', async () => {
    await start();
    const { port } = new URL(running.url);
    const endless = connect(Number(port), '127.0.0.1');
    endless.on('error', () => undefined);
    endless.write('POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n');
    await once(endless, 'connect');
    await pause(100);
    const exit = running.signalGroup('SIGINT');
    await pause(1_500);
    running.process.kill('SIGINT');
    const { code, milliseconds } = await exit;
    endless.destroy();
    assert.equal(code, 1);
    assert.ok(milliseconds < 4_000, `${milliseconds} milliseconds`);
    for (let waited = 0; waited < 6_000 && processesOf(folder.data).length; waited += 50) await pause(50);
  });

  test('stops at Ctrl-C under npm start', async () => {
    await start(['npm', 'start']);
    assertStopped(await running.signalGroup('SIGINT'));
  });

  test('stops when npm start is told to, which reaches npm alone', async () => {
    await start(['npm', 'start']);
    assertStopped(await running.signal('SIGTERM'));
  });

  test('lets commands work beside it, and no second one on the same data', async () => {
    const sender = await start();
    const beside = (...args: string[]) =>
      runCommand({ data: folder.data, command: [...PROGRAM, ...args], environment: { PORT: String(port) } });
    const { port } = new URL(running.url);
    const second = await runCommand({ data: folder.data, command: [...PROGRAM, 'start'] });
    assert.equal(second.code, 1);
    assert.match(
      second.text,
      new RegExp(`already runs on .* \\(process ${running.web}, at ${running.url}\\)`),
    );
    const migrated = await beside('migrate');
    assert.deepEqual([migrated.code, migrated.text], [0, 'The database is up to date.\n']);
    const doctor = await beside('doctor');
    assert.equal(doctor.code, 0, doctor.text);
    assert.match(doctor.text, /All is well; one thing could be better\./); // no mail is set up
    assert.equal((await sender.get('/readings')).status, 200);
    assert.equal((await running.signal('SIGTERM')).code, 0);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type OverHttp, setUp } from '../support/over-http.ts';
import { processesOf } from '../support/processes.ts';
import { giveIn, taken, untilRead } from '../support/readings.ts';
import { backendOf, dataFolder, postmasterOf, type Running, send, startRunning } from '../support/running.ts';
import { smallPlan } from '../support/small-plan.ts';

/** Each of its processes is killed in the middle of work. Nothing acknowledged is lost, and nobody has to mend it. */
describe('a Commsgrid whose processes die', () => {
  const folder = dataFolder();
  let running: Running;
  let person: OverHttp;
  let plan: Uint8Array;
  const given: string[] = [];
  const give = async (name: string) => given.push(await taken(() => giveIn(person, name, plan)));

  before(async () => {
    plan = await smallPlan();
    running = await startRunning({ data: folder.data });
    person = await setUp(running.url, running.firstLink ?? '');
    await person.get('/readings/new');
    await give('first.docx');
    await untilRead(person, given[0]!);
  });
  after(folder.end);

  test('starts a killed worker again, and reads what was given in meanwhile', async () => {
    const worker = running.worker();
    for (const number of [1, 2, 3]) await give(`worker-${number}.docx`);
    assert.ok(worker && send(worker, 'SIGKILL'));
    await give('after-worker.docx');
    for (const id of given) await untilRead(person, id, 30_000);
    assert.notEqual(running.worker(), worker);
  });

  test('goes on when a connection of its database is killed, which makes the database recover', async () => {
    send(await backendOf(folder.data), 'SIGKILL');
    await give('after-backend.docx');
    for (const id of given) await untilRead(person, id, 30_000);
  });

  test('starts a killed database again', async () => {
    const postmaster = postmasterOf(folder.data);
    await give('before-database.docx');
    assert.ok(send(postmaster, 'SIGKILL'));
    await give('after-database.docx'); // waits for the database instead of failing
    for (const id of given) await untilRead(person, id, 30_000);
    assert.notEqual(postmasterOf(folder.data), postmaster);
  });

  test('killed itself, takes its worker along, and is taken up by the next start with the same database', async () => {
    const postmaster = postmasterOf(folder.data);
    await give('before-web.docx');
    assert.ok(send(running.web, 'SIGKILL'));
    await running.exited;
    running = await startRunning({ data: folder.data });
    person.moveTo(running.url);
    assert.equal(postmasterOf(folder.data), postmaster);
    for (const id of given) await untilRead(person, id, 30_000);
    const workers = processesOf(folder.data).filter(({ line }) => /main\.mjs work/.test(line));
    assert.equal(workers.length, 1, JSON.stringify(workers));
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Kept, whatWasKept } from '../support/kept.ts';
import { type OverHttp, setUp } from '../support/over-http.ts';
import { giveIn, untilRead } from '../support/readings.ts';
import { backendOf, dataFolder, postmasterOf, type Running, send, startRunning } from '../support/running.ts';
import { type Desk, openDesk, startWriting, type Writer } from '../support/writer.ts';

const KINDS = ['web', 'worker', 'postmaster', 'backend'] as const;
type Kind = (typeof KINDS)[number];
const ROUNDS = 11;

/** In milliseconds: until a change is taken again, until what was given in has been read. */
type Recovery = { kind: Kind; takesChanges: number; reads: number };

describe(`a Commsgrid that is killed ${ROUNDS * KINDS.length} times while three people write`, () => {
  const folder = dataFolder();
  const recoveries: Recovery[] = [];
  let running: Running;
  let person: OverHttp;
  let desk: Desk;
  let writer: Writer;

  before(async () => {
    running = await startRunning({ data: folder.data });
    person = await setUp(running.url, running.firstLink ?? '');
    desk = await openDesk(person);
    writer = startWriting(desk);
  });
  after(folder.end);

  const victim: Record<Kind, () => Promise<number | undefined>> = {
    web: async () => running.web,
    worker: async () => running.worker(),
    postmaster: async () => postmasterOf(folder.data),
    backend: () => backendOf(folder.data),
  };

  async function kill(kind: Kind): Promise<void> {
    const pid = await victim[kind]();
    assert.ok(pid && send(pid, 'SIGKILL'), `There was no ${kind} to kill.`);
    if (kind !== 'web') return;
    await running.exited;
    running = await startRunning({ data: folder.data });
    person.moveTo(running.url);
  }

  /** The recovery of everything else happens by itself. */
  async function recoverFrom(kind: Kind): Promise<Recovery> {
    const begun = performance.now();
    await kill(kind);
    const id = await giveInUntilTaken(begun);
    const takesChanges = performance.now() - begun;
    writer.uploads.push(id);
    await untilRead(person, id);
    return { kind, takesChanges, reads: performance.now() - begun };
  }

  async function giveInUntilTaken(begun: number): Promise<string> {
    for (;;) {
      try {
        return await giveIn(person, 'after.docx', desk.document);
      } catch (fault) {
        if (performance.now() - begun > 30_000) throw fault;
        await pause(20);
      }
    }
  }

  test('takes changes again each time, without anybody mending it', async context => {
    for (let number = 0; number < ROUNDS * KINDS.length; number++) {
      await pause(150 + ((number * 37) % 11) * 100); // never at the same moment of the work
      recoveries.push(await recoverFrom(KINDS[number % KINDS.length]!));
    }
    tell(context, recoveries);
  });

  test('has everything that it acknowledged, has read everything, and its history holds', async context => {
    await writer.stop();
    let kept: Kept | undefined;
    for (let tries = 0; tries < 60 && (!kept || kept.stuck.length); tries++) {
      await pause(1_000);
      kept = await whatWasKept(folder.data, writer.edits, writer.uploads);
    }
    const { edits, uploads, refused } = writer;
    context.diagnostic(
      `${edits.length} edits and ${uploads.length} documents acknowledged, ${refused} not acknowledged`,
    );
    assert.deepEqual(kept, { lostEdits: [], lostUploads: [], stuck: [], broken: [] });
    assert.ok(edits.length > 100 && uploads.length >= ROUNDS * KINDS.length);
    assert.equal((await running.signal('SIGTERM')).code, 0);
  });
});

function tell(context: TestContext, recoveries: Recovery[]): void {
  for (const kind of KINDS) {
    const some = recoveries.filter(one => one.kind === kind);
    const taken = spread(some.map(({ takesChanges }) => takesChanges));
    const read = spread(some.map(({ reads }) => reads));
    context.diagnostic(
      `${kind}: ${some.length} killed; takes changes again after ${taken}, reads after ${read}`,
    );
  }
}

function spread(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${Math.round(median)} ms (at most ${Math.round(sorted.at(-1) ?? 0)})`;
}

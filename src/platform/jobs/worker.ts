import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { AnyJob } from './job.ts';
import { startMover } from './mover.ts';

export type Worker = {
  /** Finishes what is in hand, up to the limit, and stops. */
  stop: (limitMs: number) => Promise<void>;
};

export type WorkerParts = {
  connection: pg.PoolConfig;
  database: Database;
  jobs: AnyJob[];
  clock: Clock;
  tell: (fault: unknown) => void;
};

type Queued = { organisation: string; payload: unknown };

/**
 * A killed worker's job is given to the next one when its beat is missed, long before the job would expire.
 * In seconds; ten is the least that pg-boss takes.
 */
const MISSED_AFTER = 10;
const BEAT_EVERY = 2;
const LOOK_EVERY = 5;

const CLOCK_ACTOR = { id: null, name: 'Commsgrid' };

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const stopping = new AbortController();
  const boss = new PgBoss({
    ...parts.connection,
    application_name: 'commsgrid-worker',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: LOOK_EVERY,
    monitorIntervalSeconds: LOOK_EVERY,
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on('error', parts.tell);
  await boss.start();
  for (const job of parts.jobs) await serveQueue(boss, job, parts, stopping.signal);
  const mover = await startMover(parts.connection, boss, parts.tell);
  return {
    stop: async limitMs => {
      stopping.abort();
      await mover.stop();
      await boss.stop({ graceful: true, timeout: limitMs });
    },
  };
}

async function serveQueue(
  boss: PgBoss,
  job: AnyJob,
  parts: WorkerParts,
  stopping: AbortSignal,
): Promise<void> {
  const { expireInSeconds, retryLimit } = job;
  const queue = {
    expireInSeconds,
    retryLimit,
    retryDelay: 1,
    retryBackoff: true,
    heartbeatSeconds: MISSED_AFTER,
    notify: true,
  };
  await boss.createQueue(job.name, queue);
  await boss.updateQueue(job.name, queue); // one that an earlier version made has that version's limits
  const how = { pollingIntervalSeconds: 1, batchSize: 1, heartbeatRefreshSeconds: BEAT_EVERY };
  await boss.work<Queued>(job.name, how, async ([queued]) => {
    if (!queued) return;
    const { organisation, payload } = queued.data;
    const who = { organisation, actor: CLOCK_ACTOR };
    await job.run(job.payload.parse(payload) as never, {
      organisation,
      clock: parts.clock,
      stopping,
      within: work => parts.database.inOrganisation(who, work),
    });
  });
}

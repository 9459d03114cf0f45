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

const CLOCK_ACTOR = { id: null, name: 'Commsgrid' };

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const stopping = new AbortController();
  const boss = new PgBoss({
    ...parts.connection,
    application_name: 'commsgrid-worker',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 15,
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
  await boss.createQueue(job.name, {
    expireInSeconds,
    retryLimit,
    retryDelay: 1,
    retryBackoff: true,
    notify: true,
  });
  await boss.work<Queued>(job.name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([queued]) => {
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

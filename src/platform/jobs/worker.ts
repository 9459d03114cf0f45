import type pg from 'pg';
import { PgBoss, type Queue } from 'pg-boss';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { AnyJob, JobContext } from './job.ts';
import { startMover } from './mover.ts';
import type { Timed } from './timed.ts';
import { keepTimetable } from './timetable.ts';

export type Worker = {
  /** Finishes what is in hand, up to the limit, and stops. */
  stop: (limitMs: number) => Promise<void>;
};

export type WorkerParts = {
  connection: pg.PoolConfig;
  database: Database;
  jobs: AnyJob[];
  /** Which of them come by the clock. */
  timed?: Timed[];
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
/** For work that somebody waits for; each kind of job that is looked for so often costs an idle database a question a second. */
const LOOK_OFTEN = 1;

/**
 * A connection that settled a hundred queues keeps some eight megabytes of the database's for it, and one that looks for
 * jobs three: so they are renewed, which costs a hundredth of what the looking does. In seconds.
 */
const RENEWED_AFTER = 15;

/** Jobs of one kind that are done at once, each for another organisation: a long one holds up its own and nobody else's. */
const HANDS = 2;

/** How long the queue remembers what was done, in seconds: a week, and an hour where that would be ten thousand rows. */
const MEMORY = 7 * 24 * 3600;
const SHORT_MEMORY = 3600;

const CLOCK_ACTOR = { id: null, name: 'Commsgrid' };

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const stopping = new AbortController();
  const boss = new PgBoss({
    ...parts.connection,
    application_name: 'commsgrid-worker',
    max: 2, // what they ask is answered within a millisecond
    maxLifetimeSeconds: RENEWED_AFTER,
    schedule: false,
    superviseIntervalSeconds: LOOK_EVERY,
    monitorIntervalSeconds: LOOK_EVERY,
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on('error', parts.tell);
  await boss.start();
  for (const job of parts.jobs) await serveQueue(boss, job, parts, stopping.signal);
  const names = parts.jobs.map(job => job.name);
  const mover = await startMover(parts.connection, boss, names, parts.tell);
  const timetable = keepTimetable({ ...parts, timed: parts.timed ?? [] });
  return {
    stop: async limitMs => {
      stopping.abort();
      await Promise.all([timetable.stop(), mover.stop()]);
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
  const limits = { retryDelay: 1, retryBackoff: true, heartbeatSeconds: MISSED_AFTER, notify: true };
  const { expireInSeconds, retryLimit, givenUp } = job;
  const deadLetter = `${job.name}.given-up`;
  await settleQueue(boss, deadLetter, { ...limits, expireInSeconds, retryLimit: 20 });
  const every = parts.timed?.find(one => one.job.name === job.name)?.every;
  const deleteAfterSeconds = every === 'minute' ? SHORT_MEMORY : MEMORY;
  const lookEvery = every === 'hour' || every === 'day' ? LOOK_EVERY : LOOK_OFTEN;
  await settleQueue(boss, job.name, {
    ...limits,
    expireInSeconds,
    retryLimit,
    deadLetter,
    deleteAfterSeconds,
  });
  const told = (fault: unknown) => {
    if (!stopping.aborted) parts.tell(fault); // pg-boss keeps it in its table alone, where nobody looks
    throw fault;
  };
  const run = (queued: Queued) => job.run(...asked(job, queued, parts, stopping)).catch(told);
  for (let hand = 0; hand < HANDS; hand++) await serve(boss, job.name, lookEvery, run);
  const tell = async (queued: Queued) => givenUp?.(...asked(job, queued, parts, stopping));
  await serve(boss, deadLetter, lookEvery, tell);
}

/** A queue that an earlier version made has that version's limits until it is given these. */
async function settleQueue(boss: PgBoss, name: string, limits: Omit<Queue, 'name'>): Promise<void> {
  await boss.createQueue(name, limits);
  await boss.updateQueue(name, limits);
}

/** One at a time of each organisation. After each the next is asked for at once: left alone, pg-boss takes one a second. */
async function serve(
  boss: PgBoss,
  name: string,
  lookEvery: number,
  run: (queued: Queued) => Promise<void>,
): Promise<void> {
  const how = {
    pollingIntervalSeconds: lookEvery,
    batchSize: 1,
    heartbeatRefreshSeconds: BEAT_EVERY,
    localGroupConcurrency: 1,
  };
  let server: string | undefined; // not yet known where the first job comes at once
  server = await boss.work<Queued>(name, how, async ([queued]) => {
    if (server) boss.notifyWorker(server);
    if (queued) await run(queued.data);
  });
}

function asked(
  job: AnyJob,
  { organisation, payload }: Queued,
  { database, clock }: WorkerParts,
  stopping: AbortSignal,
): [never, JobContext] {
  const who = { organisation, actor: CLOCK_ACTOR };
  const within: JobContext['within'] = (work, sight) => database.inOrganisation({ ...who, sight }, work);
  return [job.payload.parse(payload) as never, { organisation, clock, stopping, within }];
}

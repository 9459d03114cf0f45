import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Sight, Within } from '../database/database.ts';

/** Without a `sight` a job sees everything, as the organisation does; work in somebody's name is done with theirs. */
export type InsideJob = <T>(work: (within: Within) => Promise<T>, sight?: Sight) => Promise<T>;

/** What a job may use. Organisation data is reached through `within`, as everywhere. */
export type JobContext = {
  within: InsideJob;
  organisation: string;
  clock: Clock;
  /** Fires when the worker is asked to stop, so that long work can be put down and taken up again. */
  stopping: AbortSignal;
};

/** Work done apart from the request that caused it. Safe to run twice: a killed worker's job runs again. */
export type Job<Payload = unknown> = {
  name: string;
  payload: z.ZodType<Payload>;
  run: (payload: Payload, context: JobContext) => Promise<void>;
  /** What is told to those who wait for it, when it failed as often as it may. */
  givenUp?: (payload: Payload, context: JobContext) => Promise<void>;
  /** Seconds after which a run counts as lost and the job is given to another. */
  expireInSeconds: number;
  retryLimit: number;
};

/** Keeps the payload's type between its shape and the work, and lets jobs of all kinds stand in one list. */
export const defineJob = <Payload>(job: Job<Payload>): Job<Payload> => job;

/** A job of whatever payload, as the worker sees it; the payload is checked by its own shape before `run` is given it. */
export type AnyJob = Omit<Job, 'run' | 'givenUp' | 'payload'> & {
  payload: z.ZodType;
  run: (payload: never, context: JobContext) => Promise<void>;
  givenUp?: (payload: never, context: JobContext) => Promise<void>;
};

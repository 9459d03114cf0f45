import type { Progress } from '../../documents/progress.ts';
import type { JobContext } from '../../platform/jobs/job.ts';
import type { MadeFor } from './actions/store-reading.ts';
import { noteProgress } from './queries/progress.ts';
import { type GivenIn, type ReadingOutcome, readInThread } from './reading-thread.ts';

/** How often those who wait are told how far it has come, and it is asked whether anybody still waits. In milliseconds. */
const EVERY = 700;

/**
 * Reads a document for as long as it is wanted. Undefined when it was discarded meanwhile, or put right anew: then the
 * thread is stopped where it is. Rejects when `stopping` fires first.
 */
export async function readWhileWanted(
  made: MadeFor,
  given: GivenIn,
  { within, stopping }: Pick<JobContext, 'within' | 'stopping'>,
): Promise<ReadingOutcome | undefined> {
  const unwanted = new AbortController();
  let progress: Progress | undefined;
  const look = async () => {
    if (!(await within(inside => noteProgress(inside, made, progress)))) unwanted.abort();
  };
  // a database that is away for a moment is no reason to stop; at the end of the reading it is asked again, and told
  const looking = setInterval(() => void look().catch(() => undefined), EVERY);
  try {
    return await readInThread(given, {
      stopping: AbortSignal.any([stopping, unwanted.signal]),
      told: now => {
        progress = now;
      },
    });
  } catch (fault) {
    if (unwanted.signal.aborted && !stopping.aborted) return undefined;
    throw fault;
  } finally {
    clearInterval(looking);
  }
}

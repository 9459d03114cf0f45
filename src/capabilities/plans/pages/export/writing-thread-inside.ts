import { parentPort, workerData } from 'node:worker_threads';
import { writeDocx } from '../../../../documents/docx/write.ts';
import { documentOf } from '../../rules/export/document.ts';
import type { ThreadInput, Written } from './writing-thread.ts';

/** The inside of the thread that `writeInThread` starts: one plan in, one document out. */
async function write({ plan, by, at }: ThreadInput): Promise<Written> {
  const document = documentOf(plan, { by, at: Temporal.Instant.from(at) });
  return { content: await writeDocx(document), marking: document.marking };
}

parentPort?.postMessage(await write(workerData as ThreadInput));

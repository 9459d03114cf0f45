import { parentPort, workerData } from 'node:worker_threads';
import { openDocument, Unreadable } from '../../documents/open.ts';
import { readDocument } from '../../reading/read.ts';
import type { ThreadInput, ThreadOutput } from './reading-thread.ts';
import { countWords } from './rules/words-kept.ts';

/** The inside of the thread that `readInThread` starts: one file in, one reading out. */
function read({ content, name, today, corrections, largest }: ThreadInput): ThreadOutput {
  try {
    const document = openDocument(content, name, largest);
    const reading = readDocument(document, { today: Temporal.PlainDate.from(today), corrections });
    return { reading, words: countWords(document, reading, corrections) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { problem: fault.message };
    throw fault;
  }
}

parentPort?.postMessage(read(workerData as ThreadInput));

import { parentPort, workerData } from 'node:worker_threads';
import { openDocument, Unreadable } from '../../documents/open.ts';
import { readDocument } from '../../reading/read.ts';
import type { Corrections } from '../../reading/reading.ts';
import type { ThreadInput, ThreadOutput } from './reading-thread.ts';
import { countWords } from './rules/words-kept.ts';

/** The inside of the thread that `readInThread` starts: one file in, one reading out. */
function read({ content, name, today, corrections, largest }: ThreadInput): ThreadOutput {
  try {
    const document = openDocument(content, name, largest);
    const readWith = (given?: Corrections) =>
      readDocument(document, { today: Temporal.PlainDate.from(today), corrections: given });
    const reading = readWith(corrections);
    const counted = sectionsRenamed(corrections) ? readWith(withoutSections(corrections)) : reading;
    return { reading, words: countWords(document, counted, corrections) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { problem: fault.message };
    throw fault;
  }
}

/** A section's printed title stands nowhere but with its lines, so words are counted before anyone renamed it. */
const sectionsRenamed = (corrections?: Corrections) =>
  corrections?.cells.some(cell => cell.field === 'section');

const withoutSections = (corrections?: Corrections) =>
  corrections && { ...corrections, cells: corrections.cells.filter(cell => cell.field !== 'section') };

parentPort?.postMessage(read(workerData as ThreadInput));

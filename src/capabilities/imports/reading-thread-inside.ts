import { parentPort, workerData } from 'node:worker_threads';
import { openDocument, Unreadable } from '../../documents/open.ts';
import { readDocument } from '../../reading/read.ts';
import type { Corrections } from '../../reading/reading.ts';
import type { ThreadInput, ThreadMessage, ThreadOutput } from './reading-thread.ts';
import { countWords } from './rules/words-kept.ts';

/** The inside of the thread that `readInThread` starts: one file in, one reading out. */
async function read({
  content,
  name,
  today,
  corrections,
  largest,
  year,
}: ThreadInput): Promise<ThreadOutput> {
  try {
    const document = await openDocument(content, name, largest, progress => say({ progress }));
    const readWith = (given?: Corrections) =>
      readDocument(document, { today: Temporal.PlainDate.from(today), corrections: given, year });
    const reading = readWith(corrections);
    const counted = sectionsRenamed(corrections) ? readWith(withoutSections(corrections)) : reading;
    return { reading: storable(reading), words: storable(countWords(document, counted, corrections)) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { problem: fault.message };
    throw fault;
  }
}

const say = (message: ThreadMessage): void => parentPort?.postMessage(message);

/**
 * A file may hold what no database takes: the character 0, and halves of characters. JSON writes both as escapes,
 * so that they are found in keys (headings) and values alike.
 */
function storable<Value>(value: Value): Value {
  const written = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/i.test(written)) return value;
  const text = written.replace(
    /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/gi,
    (_, before: string, code: string) => before + (code === '0000' ? '' : '\ufffd'),
  );
  return JSON.parse(text) as Value;
}

/** A section's printed title stands nowhere but with its lines, so words are counted before anyone renamed it. */
const sectionsRenamed = (corrections?: Corrections) =>
  corrections?.cells.some(cell => cell.field === 'section');

const withoutSections = (corrections?: Corrections) =>
  corrections && { ...corrections, cells: corrections.cells.filter(cell => cell.field !== 'section') };

say(await read(workerData as ThreadInput));

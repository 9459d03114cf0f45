import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { csvBytes } from '../../documents/csv/write.ts';
import { docxBytes } from '../../documents/docx/write.ts';
import { pdfBytes } from '../../documents/pdf/write/write.ts';
import { xlsxBytes } from '../../documents/xlsx/write/write.ts';
import { asOneTable } from './rules/export/as-one-table.ts';
import { documentOfAll } from './rules/export/document-of-all.ts';
import { jsonOf } from './rules/export/json.ts';
import type { ThreadInput, ThreadMessage } from './writing-thread.ts';

/** The inside of the thread that `writeInThread` starts: lines in, one file out, bit by bit. */
function bytesOf({ exported, format, made }: ThreadInput): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const at = Temporal.Instant.from(made.at);
  if (format === 'json') return [new TextEncoder().encode(jsonOf(exported, { ...made, at }))];
  const document = documentOfAll(format === 'csv' ? asOneTable(exported) : exported, { ...made, at });
  switch (format) {
    case 'docx':
      return docxBytes(document);
    case 'xlsx':
      return xlsxBytes(document);
    case 'csv':
      return csvBytes(document);
    case 'pdf':
      return pdfBytes(document, { regular: face('Regular'), bold: face('Bold') });
  }
}

const FACES = new URL('../../documents/pdf/write/faces/', import.meta.url);
const face = (weight: string): Uint8Array =>
  readFileSync(new URL(`AtkinsonHyperlegibleNext-${weight}.ttf`, FACES));

const say = (message: ThreadMessage): void => parentPort?.postMessage(message);

for await (const bytes of bytesOf(workerData as ThreadInput)) say(bytes);
say('whole');

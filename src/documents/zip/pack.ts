import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A part of a packed file: its name, and its text bit by bit, so that no part ever stands in memory as a whole. */
export type Part = { name: string; texts: Iterable<string> };

/** Characters that are packed at a time. */
const AT_A_TIME = 64 * 1024;

/**
 * Packs parts into a zip archive while they are written, and gives out its bytes as they come.
 * `packed`: the date that the archive says its parts have.
 */
export function* packParts(parts: Iterable<Part>, packed: Temporal.Instant): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((fault, bytes) => {
    if (fault) throw fault;
    ready.push(bytes);
  });
  for (const { name, texts } of parts) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = zipDate(packed);
    archive.add(file);
    for (const text of gathered(texts)) {
      file.push(strToU8(text));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready;
}

function* gathered(texts: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < AT_A_TIME) continue;
    yield waiting;
    waiting = '';
  }
  if (waiting) yield waiting;
}

/** Zip dates begin in 1980 and know no time zone. */
export const zipDate = (instant: Temporal.Instant): number =>
  Math.max(instant.epochMilliseconds, Date.UTC(1981, 0, 1));

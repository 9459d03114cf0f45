import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The part that holds a file's own dates. */
const CORE = 'docProps/core.xml';

/**
 * The docx library dates every file by the machine's clock. Here the date that was passed in is put in its place,
 * inside the file and on its packed parts, so that the same plan gives the same bytes.
 */
export function stamped(bytes: Uint8Array, created: Temporal.Instant): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts[CORE];
  const instant = created.round('second').toString();
  if (core) {
    const dated = strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`);
    parts[CORE] = strToU8(dated);
  }
  // Zip dates begin in 1980 and know no time zone.
  const packed = Math.max(created.epochMilliseconds, Date.UTC(1981, 0, 1));
  return zipSync(parts, { mtime: packed });
}

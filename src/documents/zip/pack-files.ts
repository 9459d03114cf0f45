import { zipSync } from 'fflate';
import { zipDate } from './pack.ts';

/** Packs files that stand in memory. Two of one name get a number before it, so that neither is lost. */
export function packFiles(
  files: readonly { name: string; content: Uint8Array }[],
  packed: Temporal.Instant,
): Uint8Array {
  const named = new Map<string, Uint8Array>();
  for (const { name, content } of files) {
    let free = name;
    for (let number = 2; named.has(free); number++) free = name.replace(/([^/]*)$/, `${number} $1`);
    named.set(free, content);
  }
  return zipSync(Object.fromEntries(named), { level: 6, mtime: zipDate(packed) });
}

import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { nearest } from './data-folder.ts';
import { type Finding, mend, well } from './finding.ts';

/** Sizes in bytes. */
export type DiskFacts = { what: string; path: string; free: number; size: number; least: number };

const GB = 1024 ** 3;

/** PostgreSQL stops taking changes when its disk is full; a day's work and its log fit into this. */
const LEAST_FOR_DATA = GB;
/** Holds the database's socket and little else. */
const LEAST_FOR_TEMPORARY = GB / 10;
/** Less than this share is nearly full, unless what is left would last for years. */
const SHARE = 0.05;
const PLENTY = 50 * GB;

export function diskFinding({ what, path, free, size, least }: DiskFacts): Finding {
  const share = free / size;
  if (free >= least && (share >= SHARE || free >= PLENTY || least < GB))
    return well('Disk', `${inWords(free)} are free for ${what} (${path}).`);
  return mend(
    'Disk',
    `the disk of ${what} (${path}) is nearly full: ${inWords(free)} of ${inWords(size)} are free. Make room, or set ${setting(what)} to a folder on a larger disk.`,
    `df -h ${path}`,
  );
}

const setting = (what: string): string => (what === 'the data' ? 'COMMSGRID_DATA' : 'TMPDIR');

function inWords(bytes: number): string {
  return bytes >= GB ? `${(bytes / GB).toFixed(1)} GB` : `${Math.floor(bytes / 1024 ** 2)} MB`;
}

/** Of the data folder (or what is above it, before it is made), where one is used, and of the one for temporary things. */
export function diskFacts(dataFolder: string | undefined): DiskFacts[] {
  const temporary = disk('temporary files', tmpdir(), LEAST_FOR_TEMPORARY);
  return dataFolder ? [disk('the data', nearest(dataFolder), LEAST_FOR_DATA), temporary] : [temporary];
}

/** What an ordinary account may still use: the blocks kept for root do not count. */
function disk(what: string, path: string, least: number): DiskFacts {
  const { bsize, blocks, bavail } = statfsSync(path);
  return { what, path, free: bavail * bsize, size: blocks * bsize, least };
}

import { type Finding, mend, well } from './finding.ts';

export type ClockFacts = {
  now: Temporal.Instant;
  /** What the database server's clock showed at `now`; absent where it is this machine's or none answers. */
  server?: Temporal.Instant;
  /** The newest instant that is stored; absent in an empty database or where none answers. */
  newest?: Temporal.Instant;
};

/** This program was written later than this, so a clock before it is wrong for certain. */
const WRITTEN = Temporal.Instant.from('2026-11-01T00:00:00Z');
/** Two machines on one time service differ by less. In seconds. */
const APART = 10;

export function clockFinding({ now, server, newest }: ClockFacts): Finding {
  if (Temporal.Instant.compare(now, WRITTEN) < 0)
    return wrong(`shows ${shown(now)}, which is before this program was written.`);
  const apart = server ? now.since(server).total('seconds') : 0;
  if (Math.abs(apart) > APART)
    return wrong(
      `is ${span(apart)} ${apart > 0 ? 'ahead of' : 'behind'} the database server's. One of the two is wrong.`,
    );
  const back = newest ? newest.since(now).total('seconds') : 0;
  if (newest && back > APART)
    return wrong(
      `went back: it shows ${shown(now)}, and the newest record was made at ${shown(newest)}, ${span(back)} later.`,
    );
  const compared = [newest && 'the records', server && 'the database server'].filter(what => what);
  return well('Clock', shown(now) + (compared.length ? `, in step with ${compared.join(' and ')}.` : '.'));
}

const SET_CLOCK: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'sudo sntp -sS time.apple.com',
  win32: 'w32tm /resync',
};

const wrong = (says: string): Finding =>
  mend(
    'Clock',
    `this machine's clock ${says}`,
    SET_CLOCK[process.platform] ?? 'sudo timedatectl set-ntp true',
  );

const shown = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', ' UTC');

function span(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 120) return `${Math.round(size)} seconds`;
  if (size < 7_200) return `${Math.round(size / 60)} minutes`;
  return size < 172_800 ? `${Math.round(size / 3_600)} hours` : `${Math.round(size / 86_400)} days`;
}

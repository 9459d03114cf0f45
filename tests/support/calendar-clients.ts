import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Calendar programs of Debian: one for events and clocks, one for tasks as well. */
export const CLIENTS = { khal: '/usr/bin/khal', calcurse: '/usr/bin/calcurse' } as const;
export type ClientName = keyof typeof CLIENTS;

export const isThere = (name: ClientName): boolean => existsSync(CLIENTS[name]);

export type CalendarClients = {
  /** Takes a file in as its calendar's; what it has already by the same identity is replaced. */
  takeIn: (ics: Uint8Array) => void;
  /** What khal shows of some days by its own clocks, a line each: "2026-03-03 19:00 Ward panel". */
  shown: (from: string, days: number) => string[];
  /** What calcurse says that it took in, and the tasks that it lists then. */
  tasks: (ics: Uint8Array) => { report: string; tasks: string[] };
  close: () => void;
};

/** Both in a folder of their own, with the clocks of a zone on their walls. */
export function calendarClients(zone: string): CalendarClients {
  const home = mkdtempSync(join(tmpdir(), 'calendar-clients-'));
  for (const folder of ['khal', 'calcurse']) mkdirSync(join(home, folder));
  writeFileSync(join(home, 'conf'), configuration(home, zone));
  const run = (name: ClientName, ...args: string[]): string =>
    execFileSync(CLIENTS[name], args, {
      encoding: 'utf8',
      env: { HOME: home, TZ: zone, LANG: 'C.UTF-8', PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const khal = (...args: string[]) => run('khal', '-c', join(home, 'conf'), ...args);
  const kept = (ics: Uint8Array): string => {
    const path = join(home, 'feed.ics');
    writeFileSync(path, ics);
    return path;
  };
  return {
    takeIn: ics => void khal('import', '--batch', '-a', 'feed', kept(ics)),
    shown: (from, days) =>
      khal('list', '--format', '{start} {title}', '--day-format', '', from, `${days}d`)
        .split('\n')
        .filter(line => line.trim()),
    tasks: ics => {
      const folder = ['-D', join(home, 'calcurse')];
      const report = run('calcurse', ...folder, '-i', kept(ics));
      const listed = run('calcurse', ...folder, '-t');
      return { report, tasks: listed.split('\n').slice(1).filter(Boolean) };
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

const configuration = (home: string, zone: string): string => `[calendars]
[[feed]]
path = ${join(home, 'khal')}
type = calendar
[locale]
local_timezone = ${zone}
default_timezone = ${zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${join(home, 'khal.db')}
`;

import { readFile, stat } from 'node:fs/promises';
import { giveInBankHolidays } from '../capabilities/organisations/index.ts';
import { day } from '../language/words.ts';
import { systemClock, today } from '../platform/clock.ts';
import { NotPossible } from '../platform/command-line.ts';
import { openDatabase } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import type { Holiday } from '../timing/working/bank-holidays.ts';
import { DIVISION_WORDS } from '../timing/working/division.ts';
import { type FileProblem, readOfficialFile } from '../timing/working/official-file.ts';
import { connectionOf } from './installation.ts';

const OFFICIAL = 'https://www.gov.uk/bank-holidays.json';
const USE = `Use: commsgrid bank-holidays FILE, or the address that it is published at: commsgrid bank-holidays ${OFFICIAL}`;

/** In bytes; the file of ten years has 40,000. */
const LARGEST = 1_000_000;
/** In milliseconds. */
const PATIENCE = 20_000;

type Streams = { out: { write: (text: string) => unknown }; err: { write: (text: string) => unknown } };

/**
 * `bank-holidays FILE|URL`: takes in the official file for the whole installation. Only what was checked is stored.
 * Gives back the exit code: 0, or 2 with one sentence on standard error.
 */
export async function bankHolidaysCommand(
  args: string[],
  settings: Settings,
  { out, err }: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const holidays = await holidaysOf(args);
    await store(holidays, settings);
    out.write(`${inWords(holidays)}\n`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof NotPossible)) throw fault;
    err.write(`${fault.message}\n`);
    return 2;
  }
}

async function holidaysOf([where, ...more]: string[]): Promise<Holiday[]> {
  if (!where || more.length || where.startsWith('-')) throw new NotPossible(USE);
  const text = /^https?:\/\//i.test(where) ? await published(where) : await onDisk(where);
  const read = readOfficialFile(text, today(systemClock).year);
  if (read.problem)
    throw new NotPossible(`${where} was not taken, and nothing was changed. ${said(read.problem)}`);
  return read.holidays;
}

async function onDisk(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw new NotPossible(`${path} is larger than a file of bank holidays can be.`);
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (fault instanceof NotPossible) throw fault;
    throw new NotPossible(`${path} cannot be read (${(fault as NodeJS.ErrnoException).code}). ${USE}`);
  }
}

async function published(address: string): Promise<string> {
  const unread = (why: string) =>
    new NotPossible(
      `${address} cannot be read: ${why}. Save the file with a browser and give its path instead.`,
    );
  let answer: Response;
  try {
    answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw unread(`the server answered ${answer.status}`);
    return await upTo(LARGEST, answer);
  } catch (fault) {
    if (fault instanceof NotPossible) throw fault;
    const { name, message, cause } = fault as Error;
    const because = cause instanceof Error ? cause.message : message;
    throw unread(name === 'TimeoutError' ? 'there was no answer within 20 seconds' : because);
  }
}

async function upTo(most: number, { body, url }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > most) throw new NotPossible(`${url} is larger than a file of bank holidays can be.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function store(holidays: Holiday[], settings: Settings): Promise<void> {
  const database = openDatabase(connectionOf(settings), 'commsgrid-bank-holidays');
  try {
    await giveInBankHolidays(database, holidays, systemClock.now());
  } finally {
    await database.close();
  }
}

function inWords(holidays: Holiday[]): string {
  const years = holidays.map(one => one.day.slice(0, 4)).sort();
  const [first, last] = [years[0], years.at(-1)];
  const span = first === last ? `of ${first}` : `${first} to ${last}`;
  return `Taken: ${holidays.length} bank holidays of the three divisions, ${span}. Every organisation counts by them from now on.`;
}

function said(problem: FileProblem): string {
  if (problem.why === 'not-json')
    return `It is not JSON, or it is cut short. The official file is at ${OFFICIAL}`;
  if (problem.why === 'over') return `It ends with ${problem.last}. A newer one is at ${OFFICIAL}`;
  const division = DIVISION_WORDS[problem.division];
  switch (problem.why) {
    case 'division-missing':
      return `It has nothing of ${division} (“${problem.division}”).`;
    case 'division-unreadable':
      return `What it says of ${division} cannot be read: look at ${problem.where}.`;
    case 'day-twice':
      return `It has ${day(problem.day)} twice for ${division}.`;
    case 'year-missing':
      return `It has nothing of ${problem.year} for ${division}, and something before and after.`;
    case 'too-many':
      return `It has more bank holidays of ${problem.year} for ${division} than a year can have.`;
    case 'holiday-missing':
      return `It has no ${problem.name} on ${day(problem.day)} for ${division}, so it is cut short or not the official one.`;
  }
}

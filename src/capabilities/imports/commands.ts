import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { inMegabytes } from '../../language/file-size.ts';
import {
  CALENDAR_HELP,
  CALENDAR_OPTIONS,
  CALENDAR_USE,
  type YearAsked,
  yearFrom,
} from '../../platform/calendar-options.ts';
import { systemClock, today } from '../../platform/clock.ts';
import { dayFrom, NotPossible } from '../../platform/command-line.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { inWords } from './command-words.ts';
import { readInThread } from './reading-thread.ts';

const USAGE = `Use: commsgrid read FILE [--json] [--explain] [--today 2026-04-01] ${CALENDAR_USE}`;

const HELP = `commsgrid read FILE: what is understood of a document; nothing is stored

  --json                          print the whole reading as JSON
  --explain                       say why each thing was read so
  --today 2026-04-01              the day that counts as today, for dates without a year
${CALENDAR_HELP}
`;

type Asked = {
  file: string;
  json: boolean;
  explain: boolean;
  today: Temporal.PlainDate;
  year: YearAsked;
};
type Written = { write: (text: string) => unknown };
type Fault = NodeJS.ErrnoException;
type Streams = {
  out: Written & { once?: (what: 'error', then: (fault: Fault) => void) => unknown };
  err: Written;
};

/**
 * `read FILE`: what the importer makes of a document, before anything is stored; nothing is, here.
 * Gives back the exit code: 0, or 2 with one sentence on standard error.
 */
export async function readCommand(
  args: string[],
  settings: Pick<Settings, 'uploadLimit'>,
  { out, err }: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const asked = whatIsAsked(args);
    if (!asked) {
      out.write(HELP);
      return 0;
    }
    const content = await contentOf(asked.file, settings.uploadLimit);
    const name = basename(asked.file);
    const { today: day, year } = asked;
    const read = await readInThread({ content, name, today: day, year, largest: settings.uploadLimit });
    if ('problem' in read) throw new NotPossible(read.problem, { cause: read.fault });
    // Whoever reads may have had enough before the end ("| head"): that is no fault.
    out.once?.('error', fault => {
      if (fault.code !== 'EPIPE') throw fault;
    });
    out.write(asked.json ? `${JSON.stringify(read.reading, null, 2)}\n` : inWords(read, asked));
    return 0;
  } catch (fault) {
    if (!(fault instanceof NotPossible)) throw fault;
    err.write(`${fault.message}\n`);
    return 2;
  }
}

/** Undefined where only help is asked for. */
function whatIsAsked(args: string[]): Asked | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (!file) throw new NotPossible(`Name the document to read. ${USAGE}`);
  if (more.length) throw new NotPossible(`One document is read at a time. ${USAGE}`);
  return {
    file,
    json: values.json ?? false,
    explain: values.explain ?? false,
    today: values.today === undefined ? today(systemClock) : dayFrom(values.today),
    year: yearFrom(values),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        explain: { type: 'boolean' },
        today: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        ...CALENDAR_OPTIONS,
      },
    });
  } catch (fault) {
    throw new NotPossible(`${(fault as Error).message.split('. ')[0]}. ${USAGE}`);
  }
}

/** How large a file may be is asked before it is opened: of one that is too large nothing is read. */
async function contentOf(file: string, largest: number): Promise<Buffer> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new NotPossible(`${file} is a folder. Name the document in it.`);
    if (facts.size > largest) throw new NotPossible(tooLarge(file, facts.size, largest));
    return await readFile(file);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new NotPossible(`There is no file ${file}.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw new NotPossible(`${file} may not be read by this account.`);
    throw fault;
  }
}

const tooLarge = (file: string, size: number, largest: number): string =>
  `${file} is ${inMegabytes(size)}, more than the ${inMegabytes(largest)} that are read. COMMSGRID_UPLOAD_MB sets how large a document may be.`;

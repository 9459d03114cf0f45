import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { CALENDAR_HELP, CALENDAR_OPTIONS, CALENDAR_USE, yearFrom } from '../platform/calendar-options.ts';
import { systemClock, today } from '../platform/clock.ts';
import { dayFrom, NotPossible } from '../platform/command-line.ts';
import { answerPhrase, type PhraseAnswer, type TimingAnswer } from '../timing/answer.ts';
import { inShort } from '../timing/next.ts';
import type { TimingFacts } from '../timing/schedule.ts';

const USAGE = `Use: commsgrid timing "first Tuesday of the month" [--today 2026-04-01] [--json] ${CALENDAR_USE}, or - in place of the phrase to read one a line.`;

const HELP = `commsgrid timing "first Tuesday of the month": what a timing is taken to mean
commsgrid timing -: the same for each line of the standard input, a JSON object a line

  --json                          print one JSON object
  --today 2026-04-01              the day that counts as today, for dates without a year
${CALENDAR_HELP}
`;

type Streams = { in: Readable; out: Writable; err: { write: (text: string) => unknown } };
type Asked = { phrase: string; json: boolean; facts: TimingFacts };

/**
 * `timing PHRASE`: what a phrase of a plan is taken to mean. With `-` each line of the standard input is a phrase, and
 * each line of the output one JSON object. Gives back the exit code: 0, or 2 with one sentence on standard error.
 */
export async function timingCommand(
  args: string[],
  streams: Streams = { in: process.stdin, out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const asked = whatIsAsked(args);
    if (!asked) {
      streams.out.write(HELP);
      return 0;
    }
    const enough = untilEnough(streams.out);
    if (asked.phrase === '-') await answerLines(asked.facts, streams, enough);
    else streams.out.write(told(answerPhrase(asked.phrase, asked.facts), asked));
    return 0;
  } catch (fault) {
    if (!(fault instanceof NotPossible)) throw fault;
    streams.err.write(`${fault.message}\n`);
    return 2;
  }
}

/** Undefined where only help is asked for. */
function whatIsAsked(args: string[]): Asked | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const phrase = positionals.join(' ').trim();
  if (!phrase) throw new NotPossible(`Give the phrase to read. ${USAGE}`);
  return {
    phrase,
    json: values.json ?? false,
    facts: {
      today: values.today === undefined ? today(systemClock) : dayFrom(values.today),
      ...yearFrom(values),
    },
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        today: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        ...CALENDAR_OPTIONS,
      },
    });
  } catch (fault) {
    throw new NotPossible(
      `${(fault as Error).message.split('. ')[0]}. Put -- before a phrase that begins with a dash. ${USAGE}`,
    );
  }
}

async function answerLines(facts: TimingFacts, { in: input, out }: Streams, enough: AbortSignal) {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (enough.aborted) break;
    const taken = out.write(`${JSON.stringify(answerPhrase(line.trim(), facts))}\n`);
    if (!taken && !enough.aborted) await once(out, 'drain', { signal: enough }).catch(() => undefined);
  }
  lines.close();
}

/** Whoever reads the answers may have had enough before the end ("| head"): that is no fault. */
function untilEnough(out: Writable): AbortSignal {
  const enough = new AbortController();
  out.once('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
    enough.abort();
  });
  return enough.signal;
}

function told(answer: PhraseAnswer, { json, facts }: Asked): string {
  if (json) return `${JSON.stringify(answer)}\n`;
  return (answer.timings ?? [answer]).map(one => inLines(one, facts)).join('\n');
}

const row = (title: string, text: string | null | undefined): string =>
  text ? `  ${title.padEnd(9)} ${text}\n` : '';

const inLines = (found: TimingAnswer, { today: day }: TimingFacts): string =>
  [
    `${found.phrase}: ${found.meaning}\n`,
    row('Kind', found.kind),
    row('Rule', found.rule),
    row('From', found.from),
    row('By', found.by),
    row('Next', found.next.map(window => inShort(window, day)).join(', ')),
    row('To settle', found.doubt),
  ].join('');

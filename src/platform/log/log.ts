import type { Settings } from '../settings/settings.ts';

const RANK = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 } as const;
type Level = Exclude<keyof typeof RANK, 'silent'>;

/** One line of JSON for each thing worth knowing, on standard error. Never holds what people typed. */
export type Log = (level: Level, message: string, facts?: Record<string, unknown>) => void;

export function openLog(
  threshold: Settings['log'],
  write = (line: string) => void process.stderr.write(line),
): Log {
  return (level, message, facts = {}) => {
    if (RANK[level] < RANK[threshold]) return;
    write(`${JSON.stringify({ at: Temporal.Now.instant().toString(), level, message, ...facts })}\n`);
  };
}

/** A fault with its causes, as far as they help to mend it. */
export function faultFacts(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { fault: saidBy(fault) };
  const code = (fault as { code?: string }).code;
  return {
    fault: fault.message,
    ...(code && { code }),
    stack: fault.stack,
    ...(fault.cause ? { cause: faultFacts(fault.cause) } : {}),
  };
}

/** The job queue hands on what is left of an error: its words without its kind. */
function saidBy(fault: unknown): string {
  const { message } = (fault ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : String(fault);
}

import type { DeliveryReport, IncomingKind } from './incoming.ts';

type Facts = {
  /** By their names in lower case; the first of each. */
  headers: ReadonlyMap<string, string>;
  from: string;
  subject: string;
  answers: readonly string[];
  reports: readonly DeliveryReport[];
};

/** Senders that only servers use (RFC 3834 section 2; RFC 5321 section 4.5.5: the empty return path). */
const SERVERS = /^(mailer-daemon|postmaster|mail-daemon|no-?reply-bounces?)@/i;

export const isServer = (from: string): boolean => SERVERS.test(from);

/** What servers write over a report that has no other sign; some of them say in a header that a machine answered. */
const FAILED =
  /undeliver|not delivered|deliver(y|ing).*fail|fail(ure|ed).*(deliver|notice|mail)|returned (mail|to sender)/i;
const DELAYED = /delayed|still being retried|not yet been delivered/i;

/** Out of office in words, for programs that say it in no header. */
const ABSENT = /^(automatic reply|auto(matic)?[ -]?reply|out of (the )?office|autoreply|away from)\b/i;

/**
 * What a message is. A report says so itself; a machine that answers says so in a header (RFC 3834: Auto-Submitted), or
 * as older programs do. Only what a person wrote is a reply.
 */
export function kindOfMessage({ headers, from, subject, answers, reports }: Facts): IncomingKind {
  if (reports.some(({ action }) => action === 'failed')) return 'bounce';
  if (reports.some(({ action }) => action === 'delayed')) return 'delay';
  if (reports.length) return 'automatic';
  if (isServer(from) && DELAYED.test(subject)) return 'delay';
  if (isServer(from) && FAILED.test(subject)) return 'bounce';
  if (isAutomatic(headers, subject)) return 'automatic';
  if (isServer(from) || headers.get('return-path')?.trim() === '<>') return 'bounce';
  return answers.length ? 'reply' : 'other';
}

function isAutomatic(headers: ReadonlyMap<string, string>, subject: string): boolean {
  const submitted = headers.get('auto-submitted')?.trim().toLowerCase() ?? 'no';
  const precedence = headers.get('precedence')?.trim().toLowerCase() ?? '';
  return (
    (submitted !== 'no' && submitted !== '') ||
    ['auto_reply', 'bulk', 'junk', 'list'].includes(precedence) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some(name => headers.has(name)) ||
    ABSENT.test(subject.trim())
  );
}

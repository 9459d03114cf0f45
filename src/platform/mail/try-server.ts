import type { Problem } from './rules/problems.ts';
import { type Limits, WAITING } from './transport/connect.ts';
import { knock } from './transport/smtp.ts';
import type { MailWay } from './way.ts';

/** Shorter than the worker's: somebody waits. */
export const SOON: Limits = {
  ...WAITING,
  dnsTimeout: 5_000,
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 15_000,
};

/** Whether the server can be reached and lets us in; nothing is sent. @returns what keeps us from it, with its own words */
export async function tryServer(
  { server, sender }: MailWay,
  limits: Limits = SOON,
): Promise<{ problem: Problem; answer: string } | undefined> {
  const kept = await knock(server, sender.address.slice(sender.address.lastIndexOf('@') + 1), limits);
  return kept && { problem: kept.problem ?? 'fault', answer: kept.answer };
}

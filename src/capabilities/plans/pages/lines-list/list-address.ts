import type { Asked } from '../../rules/asked.ts';
import { ALL_LINES, addressOf, listOf, readAsked } from '../../rules/asked-address.ts';
import { idIn } from '../which.ts';

/** A list of lines by its address, as a form of one of our pages names it. */
export type ListAsked = { address: string; asked: Asked };

const LONGEST = 4_000;

/** Nothing for what is the address of no list: nobody is sent on to where a form says. */
export function listAskedIn(sent: unknown, zone: string, today?: Temporal.PlainDate): ListAsked | undefined {
  if (typeof sent !== 'string' || sent.length > LONGEST) return undefined;
  const [path = '', query = ''] = sent.split('#')[0]!.split('?');
  const plan = idIn(/^\/plans\/([0-9a-fA-F-]{36})$/.exec(path)?.[1]);
  if (!plan && path !== ALL_LINES) return undefined;
  const given = new URLSearchParams(query);
  const each = Object.fromEntries([...given.keys()].map(name => [name, given.getAll(name)]));
  const single = Object.fromEntries(
    Object.entries(each).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const read = readAsked(single, zone, today);
  const asked = plan ? { ...read, plan } : read;
  return { address: addressOf(listOf(plan), asked), asked };
}

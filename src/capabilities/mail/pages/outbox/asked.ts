import { z } from 'zod';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { asAddress } from '../../../../platform/mail/address.ts';
import { MESSAGE_STATES } from '../../../../platform/mail/message.ts';
import type { Asked, OutboxRow } from '../../queries/outbox.ts';

const PATH = '/organisation/outbox';

/** "2025-04-08T09:00:00.000Z_0190…": where the page before ended. What is no such place is the beginning. */
const place = z
  .string()
  .regex(/^[^_]{10,40}_[0-9a-f-]{36}$/)
  .transform(given => {
    const [at = '', id = ''] = given.split('_');
    return { at: Temporal.Instant.from(at), id: z.uuid().parse(id) };
  });

const shape = z.object({
  state: z.enum(MESSAGE_STATES).optional().catch(undefined),
  kind: z.string().min(1).max(100).optional().catch(undefined),
  to: z.string().trim().min(1).max(254).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
});

/** Which messages the address asks for. */
export function readAsked(query: SignedInVisit['query']): Asked {
  const { to, ...asked } = shape.parse(query);
  return { ...asked, address: to && (asAddress(to) ?? to), before: beforeOf(query.before) };
}

function beforeOf(given: unknown): Asked['before'] {
  try {
    return place.parse(given);
  } catch {
    return undefined; // Temporal throws for what is no moment, zod for the rest
  }
}

/** The address of the same list with other filters, from its beginning. */
export function hrefOf({ state, kind, address, person }: Omit<Asked, 'before'>, last?: OutboxRow): string {
  const said = Object.entries({ state, kind, to: address, person }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const query = new URLSearchParams(said);
  if (last) query.set('before', `${last.putAt}_${last.id}`);
  return query.size ? `${PATH}?${query}` : PATH;
}

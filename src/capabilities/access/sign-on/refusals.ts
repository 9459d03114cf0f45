import type { Within } from '../../../platform/database/database.ts';
import { ENTRIES_SHOWN, type Entry } from '../queries/sign-ins.ts';

/** Somebody who was not let in: who works or worked here is known by name, the others by the address they came with. */
export type RefusedEntry = Entry & {
  who: { account: string | undefined; name: string; address: string | undefined };
};

/** The organisation's sign-ons that came to nothing, newest first. */
export async function refusedSignOns({ db }: Within): Promise<RefusedEntry[]> {
  const rows = await db
    .selectFrom('sign_in_events as e')
    .leftJoin('memberships as m', 'm.account_id', 'e.account_id')
    .leftJoin('accounts as a', 'a.id', 'm.account_id')
    .where('e.what', 'like', 'sign-on-%')
    .select(['e.at', 'e.what', 'e.device', 'e.address', 'e.claimed', 'm.account_id', 'a.name'])
    .orderBy('e.id', 'desc')
    .limit(ENTRIES_SHOWN)
    .execute();
  return rows.map(({ at, what, device, address, claimed, account_id, name }) => ({
    at,
    what,
    device,
    address,
    who: { account: account_id ?? undefined, name: name ?? '', address: claimed ?? undefined },
  }));
}

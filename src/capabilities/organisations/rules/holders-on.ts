import { nameKey } from '../../../language/same-name.ts';
import type { RoleHolder } from '../role-holder.ts';
import { standing } from './days.ts';

/** A role that nobody holds; `since`: the day after it was last held, where it was. */
export type Vacancy = { role: string; since: Temporal.PlainDate | null };

export type HoldersOn<H> = { now: H[]; toCome: H[]; past: H[]; vacant: Vacancy[] };

type Holding = Pick<RoleHolder, 'role' | 'startsOn' | 'endsOn'>;

/** Who holds the roles of a body or area on a day, who did and who will, and which of its roles nobody holds. */
export function holdersOn<H extends Holding>(
  holders: H[],
  roles: string[],
  on: Temporal.PlainDate,
): HoldersOn<H> {
  const of = (when: ReturnType<typeof standing>) => holders.filter(holder => standing(holder, on) === when);
  const now = of('now');
  const past = of('past').sort((one, other) => Temporal.PlainDate.compare(other.endsOn!, one.endsOn!));
  const held = new Set(now.map(({ role }) => nameKey(role)));
  const asked = new Map<string, string>();
  for (const role of [...roles, ...past.map(one => one.role)])
    if (!asked.has(nameKey(role))) asked.set(nameKey(role), role);
  const vacant = [...asked]
    .filter(([key]) => !held.has(key))
    .map(([key, role]) => ({ role, since: lastDay(past, key)?.add({ days: 1 }) ?? null }));
  return { now, toCome: of('to come'), past, vacant };
}

const lastDay = (past: Holding[], key: string): Temporal.PlainDate | null =>
  past.find(({ role }) => nameKey(role) === key)?.endsOn ?? null;

import type { Within } from '../../../src/platform/database/database.ts';
import type { Dice } from './dice.ts';

/** What an act is done to, as somebody saw it on a page: by the time of the act it may be otherwise. */
export type Standing = {
  plan: string;
  /** A plan that most acts leave alone. */
  spare: string;
  section: string;
  line: { id: string; version: number };
  lines: { id: string; version: number }[];
  removed: string[];
  owner: { id: string; version: number };
  otherOwner: { id: string; version: number };
  goneOwners: string[];
  audience: string;
  otherAudience: string;
  priority: string;
};

const NOBODY = '00000000-0000-4000-8000-000000000000';
const NONE = { id: NOBODY, version: 1 };

export async function standing({ db }: Within, plans: string[], chance: Dice): Promise<Standing> {
  const plan = chance.pick(plans);
  const lines = await db
    .selectFrom('lines')
    .select(['id', 'version'])
    .where('plan_id', '=', plan)
    .orderBy('position')
    .execute();
  const sections = await db
    .selectFrom('plan_sections')
    .select('id')
    .where('plan_id', '=', plan)
    .orderBy('position')
    .execute();
  const removed = await db
    .selectFrom('removed_lines')
    .select('id')
    .where('plan_id', '=', plan)
    .orderBy('id')
    .execute();
  const owners = await db
    .selectFrom('owners')
    .select(['id', 'version', 'merged_into as into'])
    .orderBy('name')
    .execute();
  const audiences = await db.selectFrom('audiences').select('id').orderBy('name').execute();
  const priority = await db.selectFrom('priorities').select('id').orderBy('name').limit(1).executeTakeFirst();
  const one = <T>(from: T[], none: T): T => (from.length ? chance.pick(from) : none);
  return {
    plan,
    spare: plans.at(-1)!,
    section: one(sections, { id: NOBODY }).id,
    line: one(lines, NONE),
    lines,
    removed: chance.some(removed, 3).map(({ id }) => id),
    owner: one(owners, { ...NONE, into: null }),
    otherOwner: one(owners, { ...NONE, into: null }),
    goneOwners: [...owners.filter(({ into }) => into).map(({ id }) => id), NOBODY],
    audience: one(audiences, { id: NOBODY }).id,
    otherAudience: one(audiences, { id: NOBODY }).id,
    priority: priority?.id ?? NOBODY,
  };
}

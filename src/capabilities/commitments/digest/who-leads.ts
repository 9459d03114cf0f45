import type { Within } from '../../../platform/database/database.ts';
import { leadsFor, type ReachedPerson } from '../../organisations/index.ts';
import { countsByPromise, type DigestCounts, lineCounts, type Week } from '../queries/digest.ts';
import { type Belongs, ledPlans, ledPromises } from '../queries/led.ts';

/** What somebody leads: which promises, and how much of what stands how. */
export type Led = { lead: ReachedPerson; promises: string[]; counts: DigestCounts };

type Share = { of: Belongs; promises: string[]; counts: Partial<DigestCounts> };

/**
 * What stands how, with whoever leads it: a promise by its subject, else its portfolio, else the department of its plan or
 * the nearest above; lines in which something is missing go with their plan. What nobody leads is told to nobody.
 */
export async function whoLeads(within: Within, week: Week): Promise<Led[]> {
  const shares = [...(await ofPromises(within, week)), ...(await ofPlans(within, week))];
  const leads = await leadsFor(
    within,
    shares.map(({ of }) => ({ ...of, department: of.department ?? undefined })),
    week.today,
  );
  const led = new Map<string, Led>();
  for (const [at, { promises, counts }] of shares.entries()) {
    const lead = leads[at];
    if (!lead) continue;
    const known = led.get(lead.id) ?? { lead, promises: [], counts: NONE };
    led.set(lead.id, {
      lead,
      promises: [...known.promises, ...promises],
      counts: added(known.counts, counts),
    });
  }
  return [...led.values()];
}

async function ofPromises(within: Within, week: Week): Promise<Share[]> {
  const counted = new Map(
    (await countsByPromise(within, week)).map(({ promise, ...counts }) => [promise, counts]),
  );
  const led = await ledPromises(within, [...counted.keys()]);
  return led.map(({ promise, ...of }) => ({ of, promises: [promise], counts: counted.get(promise) ?? {} }));
}

async function ofPlans(within: Within, { today }: Week): Promise<Share[]> {
  const led = new Map((await ledPlans(within, today)).map(({ plan, ...of }) => [plan, of]));
  const counted = await lineCounts(within, [...led.keys()]);
  return counted.map(({ plan, ...counts }) => ({ of: led.get(plan)!, promises: [], counts }));
}

const NONE: DigestCounts = { due: 0, late: 0, missed: 0, undated: 0, unowned: 0 };

const added = (one: DigestCounts, other: Partial<DigestCounts>): DigestCounts => ({
  due: one.due + (other.due ?? 0),
  late: one.late + (other.late ?? 0),
  missed: one.missed + (other.missed ?? 0),
  undated: one.undated + (other.undated ?? 0),
  unowned: one.unowned + (other.unowned ?? 0),
});

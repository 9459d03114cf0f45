import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { redactSentences } from '../../../platform/history/redact.ts';
import { eraseEverywhere, type Known } from '../../../platform/privacy/of-somebody.ts';
import type { PersonalData, Sought } from '../../../platform/privacy/personal-data.ts';
import { everythingOf } from '../queries.ts';

type Request = { sought: Sought; reference: string };

/** Everything that is known of somebody, and that it was handed out: under the organisation's reference, without a name. */
export async function handOut(
  within: Within,
  all: PersonalData[],
  { sought, reference }: Request,
  now: Temporal.Instant,
): Promise<Known[]> {
  const known = await everythingOf(within, all, sought);
  const counts = Object.fromEntries(known.map(({ data, rows }) => [data.table, rows.length]));
  await done(within, { kind: 'access', reference, counts }, now);
  return known;
}

/**
 * Takes somebody out wherever the declarations say so, and out of the sentences of history that a person picked.
 *
 * @returns how many rows of which table were changed
 */
export async function erase(
  within: Within,
  all: PersonalData[],
  { sought, sentences, reference }: Request & { sentences: Parameters<typeof redactSentences>[1] },
  now: Temporal.Instant,
): Promise<Record<string, number>> {
  const counts = await eraseEverywhere(within, all, sought);
  const picked = await redactSentences(within, sentences);
  if (picked) counts.history = (counts.history ?? 0) + picked;
  await done(within, { kind: 'erasure', reference, counts }, now);
  return counts;
}

async function done(
  within: Within,
  {
    kind,
    reference,
    counts,
  }: { kind: 'access' | 'erasure'; reference: string; counts: Record<string, number> },
  now: Temporal.Instant,
): Promise<void> {
  const row = { kind, reference, counts: json(counts), done_at: now, done_by: within.actor.name };
  await within.db.insertInto('privacy_requests').values(row).execute();
  const subject = { kind: 'organisation', id: within.organisation };
  const changes = [{ field: `request for ${kind}`, before: null, after: reference }];
  await record(within, subject, 'answered', changes, now);
}

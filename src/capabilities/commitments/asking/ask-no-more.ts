import type { Within } from '../../../platform/database/database.ts';
import { type AskedLess, askedLess, askLess, endRequestsAbout } from '../../asking/index.ts';
import { OCCURRENCE } from '../occurrence.ts';
import { EVIDENCE_ASKED, evidenceChoices, evidenceQuestion } from './kinds.ts';

/** Asks nobody about some occurrences any more, and about those that they were asked of together in words of their number. */
export async function askNoMore(within: Within, ids: string[], now: Temporal.Instant): Promise<void> {
  await endRequestsAbout(within, { kind: OCCURRENCE, ids }, now);
  const less = ids.length ? await askedLess(within, EVIDENCE_ASKED, ids) : [];
  if (!less.length) return;
  const kinds = await kindsOf(within, less);
  const words = less.flatMap(one => {
    const kind = kinds.get(one.left[0]!);
    return kind ? [{ request: one.request, before: one.what, ...wordsOf(one, kind, now) }] : [];
  });
  await askLess(within, words, now);
}

type Kind = { heldOnly: boolean; conditional: boolean };

function wordsOf({ left, urgent, byAt }: AskedLess, { heldOnly, conditional }: Kind, now: Temporal.Instant) {
  const many = left.length;
  const ahead = byAt !== null && Temporal.Instant.compare(byAt, now) > 0;
  return {
    what: evidenceQuestion(many, heldOnly, urgent && ahead),
    choices: evidenceChoices({ many, conditional }),
  };
}

/** All that one request is about is of one promise. */
async function kindsOf({ db }: Within, requests: readonly AskedLess[]): Promise<Map<string, Kind>> {
  const rows = await db
    .selectFrom('occurrences as o')
    .innerJoin('promises as p', 'p.id', 'o.promise_id')
    .select(['o.id', 'p.held_only as heldOnly', 'p.conditional'])
    .where(
      'o.id',
      'in',
      requests.map(({ left }) => left[0]!),
    )
    .execute();
  return new Map(rows.map(({ id, ...kind }) => [id, kind]));
}

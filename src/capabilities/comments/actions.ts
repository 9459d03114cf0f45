import { type Refusal, refuse } from '../../language/refusal.ts';
import type { Within } from '../../platform/database/database.ts';
import { record } from '../../platform/history/history.ts';
import type { Commented } from './comment.ts';
import { membersToName } from './queries.ts';
import { mentioned } from './rules/mentioned.ts';

export type Said = { told: string[]; unknown: string[] };

/**
 * Keeps what somebody says of a record, and tells those whom it names. The caller has seen that the record is there.
 * @returns the names of those told, and the words behind an @ that nobody is called by
 */
export async function addComment(
  within: Within,
  subject: Commented,
  body: string,
  { by, now }: { by: { id: string; name: string }; now: Temporal.Instant },
): Promise<Said> {
  const { members, unknown } = mentioned(body, await membersToName(within));
  const { id } = await within.db
    .insertInto('comments')
    .values({
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject_title: subject.title.slice(0, 300),
      subject_href: subject.href,
      body,
      by_id: by.id,
      by_name: by.name,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const others = members.filter(member => member.id !== by.id);
  if (others.length)
    await within.db
      .insertInto('mentions')
      .values(others.map(member => ({ comment_id: id, account_id: member.id, at: now })))
      .execute();
  return { told: others.map(({ name }) => name), unknown };
}

/** Takes a comment back: whoever wrote it may, and an administrator. The history of the record says that it was. */
export async function removeComment(
  within: Within,
  subject: { kind: string; id: string },
  comment: string,
  { by, now }: { by: { id: string; name: string; administrator: boolean }; now: Temporal.Instant },
): Promise<{ removed: true } | Refusal<'not-found'>> {
  const own = within.db
    .updateTable('comments')
    .set({ removed_at: now, removed_by: by.name })
    .where('id', '=', comment)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('removed_at', 'is', null);
  const done = await (by.administrator ? own : own.where('by_id', '=', by.id))
    .returning('by_name')
    .executeTakeFirst();
  if (!done) return refuse('not-found');
  const change = { field: 'comment', before: `by ${done.by_name}`, after: null };
  await record(within, subject, 'took back', [change], now);
  return { removed: true };
}

/** Says that somebody has looked at where they are named. */
export async function seeMentions({ db }: Within, account: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('mentions')
    .set({ seen_at: now })
    .where('account_id', '=', account)
    .where('seen_at', 'is', null)
    .execute();
}

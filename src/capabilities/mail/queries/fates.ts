import type { Within } from '../../../platform/database/database.ts';
import { meaningOf } from '../../../platform/mail/in/delivery-report.ts';
import { INCOMING_KIND_WORDS } from '../../../platform/mail/in/incoming.ts';
import { type CameIn, cameBackTo } from '../../../platform/mail/in/queries.ts';
import type { MessageState } from '../../../platform/mail/message.ts';
import { problemWords } from '../rules/problem-words.ts';
import { STATE_WORDS } from '../rules/state-words.ts';

/** What became of a message, for the page of what it was about. */
export type Fate = {
  /** "Sent", "Refused". */
  text: string;
  colour: string;
  /** Why it did not arrive, where it did not. */
  why?: string;
  /** The message itself, for administrators. */
  href: string;
  /** It reached nobody. */
  lost?: true;
  /** What came back to it, for leads. */
  replies?: { text: string; href: string }[];
};

/** Of the latest message about each record of a kind. Records that nobody was written about are not in it. */
export async function fatesAbout(
  { db, ...within }: Within,
  kind: string,
  ids: string[],
): Promise<Map<string, Fate>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom('messages')
    .distinctOn('about_id')
    .select(['about_id', 'id', 'state', 'problem'])
    .where('about_kind', '=', kind)
    .where('about_id', 'in', ids)
    .orderBy('about_id')
    .orderBy('put_at', 'desc')
    .execute();
  const back = await cameBackTo(
    { db, ...within },
    rows.map(row => row.id),
  );
  return new Map(rows.map(row => [row.about_id!, fateOf(row, back.get(row.id))]));
}

/** Of the latest message to somebody of the register, where one did not arrive. */
export async function trouble({ db, ...within }: Within, person: string): Promise<Fate | undefined> {
  const last = await db
    .selectFrom('messages')
    .select(['id', 'state', 'problem'])
    .where('person_id', '=', person)
    .orderBy('put_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return undefined;
  const back = (await cameBackTo({ db, ...within }, [last.id])).get(last.id);
  const fate = fateOf(last, back);
  return IN_TROUBLE.includes(last.state) || fate.lost ? fate : undefined;
}

const IN_TROUBLE = ['refused', 'given-up', 'unknown'];

function fateOf(
  { id, state, problem }: { id: string; state: string; problem: string | null },
  back: CameIn[] = [],
): Fate {
  const href = `/organisation/outbox/${id}`;
  const replies = back.map(one => ({
    text: INCOMING_KIND_WORDS[one.kind],
    href: `/organisation/replies/${one.id}`,
  }));
  const more = { href, ...(replies.length && { replies }) };
  const bounce = back.findLast(({ kind }) => kind === 'bounce');
  if (bounce && (state === 'accepted' || state === 'unknown'))
    return { text: 'Came back', colour: 'red', why: whyItCameBack(bounce), lost: true, ...more };
  const { text, colour } = STATE_WORDS[state as MessageState];
  const why = state === 'accepted' ? undefined : problemWords(problem)?.what;
  const lost = state === 'refused' || state === 'given-up';
  return { text, colour, ...(why && { why }), ...(lost && { lost }), ...more };
}

const whyItCameBack = ({ reports: [report] }: CameIn): string =>
  report ? meaningOf(report) : 'A server sent it back.';

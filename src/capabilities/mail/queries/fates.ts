import type { Within } from '../../../platform/database/database.ts';
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
};

/** Of the latest message about each record of a kind. Records that nobody was written about are not in it. */
export async function fatesAbout({ db }: Within, kind: string, ids: string[]): Promise<Map<string, Fate>> {
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
  return new Map(rows.map(row => [row.about_id!, fateOf(row)]));
}

/** Of the latest message to somebody of the register, where one did not arrive. */
export async function trouble({ db }: Within, person: string): Promise<Fate | undefined> {
  const last = await db
    .selectFrom('messages')
    .select(['id', 'state', 'problem'])
    .where('person_id', '=', person)
    .orderBy('put_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last && IN_TROUBLE.includes(last.state) ? fateOf(last) : undefined;
}

const IN_TROUBLE = ['refused', 'given-up', 'unknown'];

function fateOf({ id, state, problem }: { id: string; state: string; problem: string | null }): Fate {
  const { text, colour } = STATE_WORDS[state as MessageState];
  const why = state === 'accepted' ? undefined : problemWords(problem)?.what;
  return { text, colour, ...(why && { why }), href: `/organisation/outbox/${id}` };
}

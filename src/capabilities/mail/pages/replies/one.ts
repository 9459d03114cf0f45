import { z } from 'zod';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { meaningOf } from '../../../../platform/mail/in/delivery-report.ts';
import { INCOMING_KIND_WORDS } from '../../../../platform/mail/in/incoming.ts';
import { incomingSubject, lookAgain, lookAt } from '../../../../platform/mail/in/look-at.ts';
import { oneCameIn } from '../../../../platform/mail/in/queries.ts';

const shape = z.object({
  note: z
    .string()
    .transform(text => text.replaceAll('\0', '').trim())
    .refine(text => text.length <= 2000, 'Enter a note of 2,000 characters or fewer')
    .default(''),
});

const idOf = ({ params }: SignedInVisit): string | undefined => z.uuid().safeParse(params.reply).data;

export const showReply = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

/** Says that somebody has looked, and what they did about it. */
export async function postLookedAt(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  if (!id) return notFound;
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return view(visit, { errors, answers });
  const done = await visit.within(async within => {
    const known = await oneCameIn(within, id);
    return known && { done: await lookAt(within, { id, note: value.note }, visit.now()) };
  });
  if (!done) return notFound;
  return done.done
    ? redirect('/organisation/replies', 'It counts as looked at.')
    : redirect(`/organisation/replies/${id}`, 'Somebody else has looked at it meanwhile; see below.');
}

export async function postLookAgain(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  const done = id && (await visit.within(within => lookAgain(within, id, visit.now())));
  return done ? redirect(`/organisation/replies/${id}`, 'It is among the new ones again.') : notFound;
}

async function view(
  visit: SignedInVisit,
  form: { errors?: object[] | undefined; answers?: object },
): Promise<Answer> {
  const id = idOf(visit);
  const found =
    id &&
    (await visit.within(async within => {
      const reply = await oneCameIn(within, id);
      if (!reply) return undefined;
      const { aboutKind, aboutId } = reply.answers ?? {};
      const about = aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : undefined;
      return {
        reply,
        entries: await historyOf(within, incomingSubject(id)),
        requests: about ? await visit.panel(within, 'requests of a message', about) : '',
      };
    }));
  if (!found) return notFound;
  const { reply, entries, requests } = found;
  const facts = {
    answers: {},
    ...form,
    reply,
    requests,
    kind: INCOMING_KIND_WORDS[reply.kind],
    reports: reply.reports.map(report => ({ ...report, meaning: meaningOf(report) })),
    here: `/organisation/replies/${id}`,
    mayOutbox: mayAs(visit.who.role, 'administrator'),
    entries: entries.map(inWords),
    zone: visit.who.organisation.timeZone,
  };
  const title = reply.subject || 'Without a subject';
  const trail = [
    { text: 'Organisation', href: '/organisation' },
    { text: 'Replies', href: '/organisation/replies' },
    { text: title },
  ];
  return page('mail/pages/replies/one.njk', facts, { title, trail }, form.errors ? 422 : 200);
}

const inWords = ({ at, actor, action, changes }: HistoryEntry) => ({
  when: at,
  who: actor,
  words: action,
  reason: changes[0]?.after,
});

import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { listed } from '../../../../timing/words.ts';
import { addComment, LONGEST_COMMENT, removeComment, type Said } from '../../../comments/index.ts';
import { showRecord } from './show.ts';
import { heldSubject, subjectOf } from './subject.ts';

const shape = z.object({
  body: z
    .string('Write what you want to say')
    .transform(text => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Write what you want to say')
        .max(
          LONGEST_COMMENT,
          `A comment must be ${LONGEST_COMMENT.toLocaleString('en-GB')} characters or fewer`,
        ),
    ),
});

/** Somebody says something of a plan or a line. */
export async function postComment(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return showRecord(visit, { answers, errors });
  const { account: by } = visit.who;
  const done = await visit.within(async within => {
    const subject = await subjectOf(within, visit);
    if (!subject) return undefined;
    return { subject, said: await addComment(within, subject, value.body, { by, now: visit.now() }) };
  });
  return done ? redirect(`${done.subject.href}#comments`, saidWords(done.said)) : notFound;
}

function saidWords({ told, unknown }: Said): string {
  const said = told.length ? `Added. ${listed(told)} will find it under “Comments that name you”.` : 'Added.';
  const nobody = unknown.map(word => `@${word}`);
  return nobody.length
    ? `${said} Nobody here is called ${listed(nobody)}, so nobody was told for that.`
    : said;
}

const commentId = z.uuid().toLowerCase();

export async function postCommentRemoval(visit: SignedInVisit): Promise<Answer> {
  const comment = commentId.safeParse(visit.params.comment).data;
  if (!comment) return notFound;
  const { account, role } = visit.who;
  const by = { id: account.id, name: account.name, administrator: role === 'administrator' };
  const done = await visit.within(async within => {
    const subject = await heldSubject(within, visit);
    if (!subject) return undefined;
    const removed = await removeComment(within, subject, comment, { by, now: visit.now() });
    return isRefused(removed) ? undefined : subject;
  });
  return done ? redirect(`${done.href}#comments`, 'Taken back.') : notFound;
}

import { inMegabytes, sizeInWords } from '../../../../language/file-size.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { mayAs, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Attachment, attachmentsOf, LARGEST_ATTACHMENT } from '../../../attachments/index.ts';
import { type Comment, commentsOf } from '../../../comments/index.ts';

/** What was typed into one of the forms and is not right yet. */
export type TypedTalk = { answers?: Record<string, string>; errors?: PageError[] };

export type Talk = { comments: Comment[]; attachments: Attachment[] };

/** What was said of a record and put with it. */
export async function loadTalk(within: Within, subject: { kind: string; id: string }): Promise<Talk> {
  const [comments, attachments] = await Promise.all([
    commentsOf(within, subject),
    attachmentsOf(within, subject),
  ]);
  return { comments, attachments };
}

/** The facts of `record/talk.njk`. `here`: the record's own address, under which comments and files are. */
export function talkFacts(
  visit: SignedInVisit,
  here: string,
  talk: Talk,
  {
    answers = {},
    errors,
    mayAttach = mayAs(visit.who.role, 'editor'),
  }: TypedTalk & { mayAttach?: boolean } = {},
) {
  const { account, role, organisation } = visit.who;
  const common = { zone: organisation.timeZone, errors };
  return {
    thread: {
      ...common,
      comments: talk.comments,
      action: `${here}/comments`,
      me: account.id,
      administrator: role === 'administrator',
      mayComment: true,
      answers,
    },
    files: {
      ...common,
      attachments: talk.attachments.map(one => ({ ...one, sizeWords: sizeInWords(one.size) })),
      action: `${here}/files`,
      mayAttach,
      largest: inMegabytes(LARGEST_ATTACHMENT),
    },
  };
}

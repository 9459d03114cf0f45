import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { HEIC_WORDS } from '../../../../platform/files/heic.ts';
import { KINDS_IN_WORDS } from '../../../../platform/files/kind-of-file.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import {
  attach,
  attachable,
  attachedFile,
  type NotAttachable,
  takeAway,
} from '../../../attachments/index.ts';
import { notTheirLine } from '../updating.ts';
import { showRecord } from './show.ts';
import { heldSubject, subjectOf } from './subject.ts';

const PROBLEMS: Record<NotAttachable['refused'], string> = {
  empty: 'The file is empty. Choose one that holds something',
  large: 'The file must be 25 MB or smaller',
  kind: `The file must be one of these: ${KINDS_IN_WORDS}. A photograph in another format can be saved as JPEG`,
  heic: HEIC_WORDS,
  broken:
    'The picture is damaged, so the place where it was taken cannot be taken out of it. Save it anew, and choose that',
};

/** A file is put with a plan or a line. */
export async function postFile(visit: SignedInVisit): Promise<Answer> {
  const sent = visit.request.uploads.find(upload => upload.field === 'file');
  if (!sent) return showRecord(visit, { errors: fieldProblem('file', 'Choose a file') });
  const file = await attachable(sent);
  if (isRefused(file)) return showRecord(visit, { errors: fieldProblem('file', PROBLEMS[file.refused]) });
  const subject = await visit.within(async within => {
    const found = await heldSubject(within, visit);
    if (found?.mayKeepFiles) await attach(within, found, file, visit.now());
    return found;
  });
  if (subject && !subject.mayKeepFiles) return notTheirLine;
  return subject ? redirect(`${subject.href}#files`, `${file.name} was added.`) : notFound;
}

const fileId = z.uuid().toLowerCase();
const fileIdOf = (visit: SignedInVisit) => fileId.safeParse(visit.params.file).data;

export async function getFile(visit: SignedInVisit): Promise<Answer> {
  const id = fileIdOf(visit);
  const file =
    id &&
    (await visit.within(async within => {
      const subject = await subjectOf(within, visit);
      return subject && attachedFile(within, subject, id);
    }));
  return file ? { kind: 'file', ...file } : notFound;
}

export const postFileRemoval = (visit: SignedInVisit): Promise<Answer> => move(visit, true);
export const postFileRestore = (visit: SignedInVisit): Promise<Answer> => move(visit, false);

async function move(visit: SignedInVisit, away: boolean): Promise<Answer> {
  const attachment = fileIdOf(visit);
  if (!attachment) return notFound;
  const done = await visit.within(async within => {
    const subject = await heldSubject(within, visit);
    if (!subject) return undefined;
    if (!subject.mayKeepFiles) return notTheirLine;
    const moved = await takeAway(within, subject, { attachment, away }, visit.now());
    return isRefused(moved) ? undefined : { href: subject.href, name: moved.name };
  });
  if (!done) return notFound;
  if ('kind' in done) return done;
  const words = away ? `${done.name} was taken away. It can be put back.` : `${done.name} was put back.`;
  return redirect(`${done.href}#files`, words);
}

import { isRefused, refuse } from '../../../../language/refusal.ts';
import { HEIC_WORDS } from '../../../../platform/files/heic.ts';
import { KINDS_IN_WORDS } from '../../../../platform/files/kind-of-file.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import type { Visit } from '../../../../platform/http/visit.ts';
import { type Attachable, attachable, type NotAttachable } from '../../../attachments/index.ts';
import type { Answer } from '../../actions/answer.ts';
import { type Choice, LONGEST_NAME, LONGEST_NOTE } from '../../request.ts';
import { inMegabytes } from './file-words.ts';
import type { Question } from './load.ts';
import { readFields } from './read-fields.ts';

const problemsOfFile = (largest: number): Record<NotAttachable['refused'], string> => ({
  empty: 'The file is empty. Choose one that holds something, or leave it out',
  large: `The file must be ${inMegabytes(largest)} or smaller. Send a smaller photo, or your answer without it`,
  heic: HEIC_WORDS,
  kind: `The file must be one of these: ${KINDS_IN_WORDS}. A photograph in another format can be saved as JPEG`,
  broken:
    'The picture is damaged, so the place where it was taken cannot be taken out of it. Choose another one',
});

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export type ReadAnswer =
  | { answer: Answer; errors?: undefined }
  | { errors: PageError[]; answers: Record<string, string>; picked: string[] };

/** What an answer is read by: the choices that are offered, the largest file in bytes, and which day it is there. */
type Reading = { choices: readonly Choice[]; largest: number; today: Temporal.PlainDate };

/** Reads what was sent for a question against the answers that it offers. */
export async function readAnswer(
  { form, request }: Visit,
  question: Pick<Question, 'records' | 'fields'>,
  { choices, largest, today }: Reading,
): Promise<ReadAnswer> {
  const said = { choice: words(form.choice), note: words(form.note), name: words(form.name) };
  const known = new Set(question.records.filter(({ gone }) => !gone).map(({ id }) => id));
  const picked = [form.picked ?? []].flat().filter((id): id is string => known.has(String(id)));
  const choice = choices.find(({ key }) => key === said.choice);
  const file = await readFile(request.uploads ?? []);
  const fields = readFields(form, question.fields);
  const done = readDoneOn(form, choice, today);
  const errors = [
    ...(choice
      ? problemsOf(choice, said, { picked, of: known.size })
      : fieldProblem('choice', 'Choose an answer')),
    ...(said.note.length > LONGEST_NOTE
      ? fieldProblem('note', `Write ${LONGEST_NOTE} characters or fewer`)
      : []),
    ...done.errors,
    ...fields.errors,
    ...(file && isRefused(file) ? fieldProblem('file', problemsOfFile(largest)[file.refused]) : []),
  ];
  if (!choice || errors.length || (file && isRefused(file)))
    return { errors, answers: { ...said, ...done.answers, ...fields.answers }, picked };
  return {
    answer: {
      choice: choice.key,
      note: said.note,
      picked: choice.picks ? (choice.picks === 'except' ? without(known, picked) : picked) : null,
      name: choice.name ? said.name : '',
      day: done.day,
      said: fields.said,
      file,
    },
  };
}

const without = (known: ReadonlySet<string>, ticked: readonly string[]): string[] =>
  [...known].filter(id => !ticked.includes(id));

/** On which day it was done; typed days of other choices are nobody's business. */
function readDoneOn(form: Visit['form'], choice: Choice | undefined, today: Temporal.PlainDate) {
  const { day, answers, errors } = readDay(form, 'done', {
    asked: 'the day on which it was done',
    needed: true,
  });
  const typed = { 'done-day': answers.day, 'done-month': answers.month, 'done-year': answers.year };
  if (!choice?.day) return { day: null, answers: typed, errors: [] };
  const ahead = day && Temporal.PlainDate.compare(day, today) > 0;
  const later = ahead ? fieldProblem('done-day', 'Enter a day that is not in the future') : [];
  return { day, answers: typed, errors: [...errors, ...later] };
}

function problemsOf(
  choice: Choice,
  { note, name }: { note: string; name: string },
  { picked, of }: { picked: string[]; of: number },
): PageError[] {
  return [
    ...(choice.note && !note ? fieldProblem('note', 'Write a sentence about it') : []),
    ...(choice.picks && !picked.length
      ? fieldProblem('picked', 'Tick at least one, or choose another answer')
      : []),
    ...(choice.picks === 'except' && picked.length === of
      ? fieldProblem('picked', 'You ticked all of them. Leave some out, or choose another answer')
      : []),
    ...(choice.name && name.length > LONGEST_NAME
      ? fieldProblem('name', `Write a name of ${LONGEST_NAME} characters or fewer`)
      : []),
  ];
}

async function readFile(
  uploads: Visit['request']['uploads'],
): Promise<Attachable | NotAttachable | undefined> {
  const sent = uploads.find(({ field }) => field === 'file');
  if (sent?.tooLarge) return refuse('large');
  return sent && attachable(sent);
}

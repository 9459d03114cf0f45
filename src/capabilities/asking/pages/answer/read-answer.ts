import { isRefused, refuse } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import type { Visit } from '../../../../platform/http/visit.ts';
import { type Attachable, attachable, type NotAttachable } from '../../../attachments/index.ts';
import type { Answer } from '../../actions/answer.ts';
import { type Choice, LONGEST_NAME, LONGEST_NOTE } from '../../request.ts';
import type { Problem } from '../../words/speaking.ts';
import { inMegabytes } from './file-words.ts';
import type { Question } from './load.ts';
import { readFields } from './read-fields.ts';

const PROBLEM_OF_FILE = {
  empty: 'fileEmpty',
  large: 'fileLarge',
  heic: 'fileHeic',
  kind: 'fileKind',
  broken: 'fileBroken',
} as const satisfies Record<NotAttachable['refused'], string>;

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export type ReadAnswer =
  | { answer: Answer; errors?: undefined }
  | { errors: PageError[]; answers: Record<string, string>; picked: string[] };

/**
 * What an answer is read by: the choices that are offered, the largest file in bytes, which day it is there, and how is said
 * what is not right.
 */
type Reading = { choices: readonly Choice[]; largest: number; today: Temporal.PlainDate; problem: Problem };

/** Reads what was sent for a question against the answers that it offers. */
export async function readAnswer(
  { form, request }: Visit,
  question: Pick<Question, 'records' | 'fields'>,
  { choices, largest, today, problem }: Reading,
): Promise<ReadAnswer> {
  const said = { choice: words(form.choice), note: words(form.note), name: words(form.name) };
  const known = new Set(question.records.filter(({ gone }) => !gone).map(({ id }) => id));
  const picked = [form.picked ?? []].flat().filter((id): id is string => known.has(String(id)));
  const choice = choices.find(({ key }) => key === said.choice);
  const file = await readFile(request.uploads ?? []);
  const fields = readFields(form, question.fields, problem);
  const done = readDoneOn(form, choice, { today, problem });
  const errors = [
    ...(choice
      ? problemsOf(choice, said, { picked, of: known.size, problem })
      : fieldProblem('choice', problem('choose'))),
    ...(said.note.length > LONGEST_NOTE
      ? fieldProblem('note', problem('tooLong', { most: LONGEST_NOTE }))
      : []),
    ...done.errors,
    ...fields.errors,
    ...(file && isRefused(file)
      ? fieldProblem('file', problem(PROBLEM_OF_FILE[file.refused], { most: inMegabytes(largest) }))
      : []),
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
function readDoneOn(
  form: Visit['form'],
  choice: Choice | undefined,
  { today, problem }: Pick<Reading, 'today' | 'problem'>,
) {
  const { day, answers, errors } = readDay(form, 'done', {
    asked: { missing: problem('doneMissing'), unreal: problem('doneUnreal') },
    needed: true,
  });
  const typed = { 'done-day': answers.day, 'done-month': answers.month, 'done-year': answers.year };
  if (!choice?.day) return { day: null, answers: typed, errors: [] };
  const ahead = day && Temporal.PlainDate.compare(day, today) > 0;
  const later = ahead ? fieldProblem('done-day', problem('doneAhead')) : [];
  return { day, answers: typed, errors: [...errors, ...later] };
}

function problemsOf(
  choice: Choice,
  { note, name }: { note: string; name: string },
  { picked, of, problem }: { picked: string[]; of: number; problem: Problem },
): PageError[] {
  return [
    ...(choice.note && !note ? fieldProblem('note', problem('noteNeeded')) : []),
    ...(choice.picks && !picked.length ? fieldProblem('picked', problem('tickOne')) : []),
    ...(choice.picks === 'except' && picked.length === of
      ? fieldProblem('picked', problem('tickedAll'))
      : []),
    ...(choice.name && name.length > LONGEST_NAME
      ? fieldProblem('name', problem('nameTooLong', { most: LONGEST_NAME }))
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

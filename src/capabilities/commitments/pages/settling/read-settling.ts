import { isRefused, refuse } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Attachable, attachable, type NotAttachable } from '../../../attachments/index.ts';
import type { Settling } from '../../actions/settle.ts';
import { LONGEST_NOTE, MOST_WHO_CAME, type NewEvidence } from '../../evidence.ts';
import { type SaidChoice, WHY_FIELD } from './choices.ts';
import { FILE_PROBLEMS } from './file-problems.ts';

export type ReadSettling =
  | {
      settling: Omit<Settling, 'occurrences'>;
      file?: Attachable | undefined;
      errors?: undefined;
      answers: Answers;
    }
  | { settling?: undefined; errors: PageError[]; answers: Answers };

export type Answers = Record<string, string>;

/** What is said to have become of occurrences, read against what may be said of them. */
export async function readSettling(
  visit: Pick<SignedInVisit, 'form' | 'today' | 'request'>,
  choices: readonly SaidChoice[],
): Promise<ReadSettling> {
  const { form } = visit;
  const choice = choices.find(({ value }) => value === form.said);
  const done = readDoneOn(visit, choice);
  const why = choice?.why ? words(form[WHY_FIELD(choice.value)]) : '';
  const shown = await readEvidence(visit);
  const errors = [
    ...(choice ? [] : fieldProblem('said', 'Choose what became of it')),
    ...(choice?.why && !why ? fieldProblem(WHY_FIELD(choice.value), 'Say why, in a sentence') : []),
    ...(choice ? tooLong(WHY_FIELD(choice.value), why) : []),
    ...done.errors,
    ...(shown.errors ?? []),
  ];
  const answers = { ...typedIn(form, choices), ...done.answers };
  if (!choice || errors.length || !shown.evidence) return { errors, answers };
  return {
    settling: {
      as: choice.value,
      doneOn: done.day,
      inTime: done.inTime,
      reason: why,
      evidence: shown.evidence,
    },
    file: shown.file,
    answers,
  };
}

/** The day, or that each was done in its own time, where many are settled at once. */
function readDoneOn({ form, today }: Pick<SignedInVisit, 'form' | 'today'>, choice: SaidChoice | undefined) {
  const asked = 'the day on which it was done';
  const { day, answers: typed, errors } = readDay(form, 'done', { asked, needed: form.when !== 'in-time' });
  const answers = { 'done-day': typed.day, 'done-month': typed.month, 'done-year': typed.year };
  if (choice?.value !== 'done') return { day: undefined, inTime: false, answers, errors: [] };
  if (form.when === 'in-time') return { day: undefined, inTime: true, answers, errors: [] };
  const ahead = day && Temporal.PlainDate.compare(day, today()) > 0;
  const problems = ahead ? fieldProblem('done-day', 'Enter a day that is not in the future') : [];
  return { day: day ?? undefined, inTime: false, answers, errors: [...errors, ...problems] };
}

export type ReadEvidence =
  | { evidence: NewEvidence; file?: Attachable | undefined; errors?: undefined }
  | { evidence?: undefined; file?: undefined; errors: PageError[] };

/** What shows it: a note, how many came, what they said, a photo or a paper. Nothing of it has to be given. */
export async function readEvidence({
  form,
  request,
}: Pick<SignedInVisit, 'form' | 'request'>): Promise<ReadEvidence> {
  const [note, feedback] = [words(form.note), words(form.feedback)];
  const came = words(form.attendance).replace(/[\s,]/g, '');
  const file = await readFile(request.uploads ?? []);
  const counted = came === '' || (/^\d{1,7}$/.test(came) && Number(came) <= MOST_WHO_CAME);
  const errors = [
    ...tooLong('note', note),
    ...tooLong('feedback', feedback),
    ...(counted ? [] : fieldProblem('attendance', 'Enter a whole number, like 14, or leave it empty')),
    ...(file && isRefused(file) ? fieldProblem('file', FILE_PROBLEMS[file.refused]) : []),
  ];
  if (errors.length || (file && isRefused(file))) return { errors };
  const attendance = came ? Number(came) : null;
  return { evidence: { note, attendance, feedback, ...(file && { files: true as const }) }, file };
}

async function readFile(
  uploads: SignedInVisit['request']['uploads'],
): Promise<Attachable | NotAttachable | undefined> {
  const sent = uploads.find(({ field }) => field === 'file');
  if (sent?.tooLarge) return refuse('large');
  return sent && attachable(sent);
}

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const tooLong = (field: string, text: string): PageError[] =>
  text.length > LONGEST_NOTE
    ? fieldProblem(field, `Write ${LONGEST_NOTE.toLocaleString('en-GB')} characters or fewer`)
    : [];

function typedIn(form: SignedInVisit['form'], choices: readonly SaidChoice[]): Answers {
  const fields = [
    'said',
    'when',
    'note',
    'attendance',
    'feedback',
    ...choices.map(one => WHY_FIELD(one.value)),
  ];
  return Object.fromEntries(fields.map(field => [field, words(form[field])]));
}

import { z } from 'zod';
import type { AnswerField, Choice } from '../../asking/index.ts';

const PAYLOAD = z.object({ update: z.uuid() });

/** What answers of these kinds do is done by these jobs, after the transaction that kept the answer. */
export const EVIDENCE_TOLD = { name: 'promise-evidence-told', payload: PAYLOAD };
export const CONCERN_ANSWERED = { name: 'concern-answered', payload: PAYLOAD };
export const ANSWER_TOLD_BACK = { name: 'concern-told-back', payload: PAYLOAD };

export const EVIDENCE_ASKED = 'promise-evidence';
export const CONCERN_ASKED = 'concern';
export const TELLING_BACK_ASKED = 'concern-told';

/** In one tap; the rest is for whoever has more than a tap to tell. */
export type EvidenceAnswer = 'done' | 'late' | 'except' | 'some' | 'no' | 'nothing';

/** `many`: how many are asked about at once. */
type Asked = { many: number; conditional: boolean };

/** How somebody says what became of one occurrence, or of many at once. */
export function evidenceChoices({ many, conditional }: Asked): (Choice & { key: EvidenceAnswer })[] {
  return [
    ...(many === 1 ? OF_ONE : ofMany(many)),
    ...(conditional ? [{ key: 'nothing' as const, text: 'There was nothing to say this time' }] : []),
  ];
}

const OF_ONE: (Choice & { key: EvidenceAnswer })[] = [
  { key: 'done', text: 'Yes, in time' },
  { key: 'late', text: 'Yes, but late', day: true },
  { key: 'no', text: 'No, and here is why', note: 'needed' },
];

/** Of twelve wards eleven are one tick away from all, and one of twelve one tick from none. */
const ofMany = (many: number): (Choice & { key: EvidenceAnswer })[] => [
  { key: 'done', text: `Yes, all ${many} in time` },
  { key: 'late', text: `Yes, all ${many}, but late`, day: true },
  { key: 'except', text: 'All except those I tick below', picks: 'except' },
  { key: 'some', text: 'Only those I tick below', picks: true },
  { key: 'no', text: `None of the ${many}, and here is why`, note: 'needed' },
];

export const ATTENDANCE = 'attendance';
export const FEEDBACK = 'feedback';
export const CONCERNS = 'concerns';

const NO_NAMES = 'No names of the public.';

/** What may come with it. Where held or not held is all that is asked, nothing. */
export const EVIDENCE_FIELDS: AnswerField[] = [
  {
    name: ATTENDANCE,
    label: 'How many people came?',
    hint: 'Leave it empty where nobody counted.',
    as: 'number',
  },
  { name: FEEDBACK, label: 'What did people say of it?', hint: NO_NAMES, as: 'text' },
  {
    name: CONCERNS,
    label: 'What were people worried about?',
    hint: `One thing to a line. Each is answered, and you hear the answer. ${NO_NAMES}`,
    as: 'lines',
  },
];

/** The sentence that is asked; what it is about stands below it. */
export function evidenceQuestion(many: number, heldOnly: boolean, withinHours = false): string {
  const done = heldOnly ? 'held' : 'done';
  if (withinHours)
    return many === 1
      ? `This is to be ${done} within hours. Has it been ${done}?`
      : `These ${many} are to be ${done} within hours. Have they been ${done}?`;
  return many === 1 ? `Has this been ${done}?` : `Have these ${many} been ${done}?`;
}

export const CONCERN_CHOICES: Choice[] = [
  { key: 'answer', text: 'Here is the answer', note: 'needed' },
  { key: 'cannot', text: 'Nothing can be done, and here is why', note: 'needed' },
];

export const TELLING_BACK_CHOICES: Choice[] = [
  { key: 'told', text: 'Yes, and here is how', hint: 'At the next panel, by telephone.', note: 'needed' },
  { key: 'nobody', text: 'Nobody could be told, and here is why', note: 'needed' },
];

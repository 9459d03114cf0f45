import type { DocumentKind, Field, State } from '../../../reading/reading.ts';
import { STATES } from '../../../reading/reading.ts';
import type { Marking } from '../plan.ts';

export { STATE_WORDS } from '../../../language/state-words.ts';

export const KIND_WORDS: Record<DocumentKind, string> = {
  'recommendation-tracker': 'Recommendation tracker',
  'stakeholder-plan': 'Stakeholder plan',
  framework: 'Framework',
  policy: 'Policy',
  unknown: 'Plan',
};

/** For columns whose document prints no heading, and for fields that its tables do not have. */
export const FIELD_WORDS: Record<Field, string> = {
  reference: 'Reference',
  recommendation: 'Recommendation',
  what: 'What',
  audience: 'Audience',
  messenger: 'Messenger',
  how: 'How',
  when: 'When',
  why: 'Why',
  owner: 'Owner',
  status: 'Status',
  budget: 'Budget',
  measure: 'Measure',
  comments: 'Comments',
};

export const MARKING_WORDS: Record<Marking, string> = {
  none: 'No marking',
  OFFICIAL: 'OFFICIAL',
  'OFFICIAL-SENSITIVE': 'OFFICIAL-SENSITIVE',
};

export const choicesOf = <Value extends string>(words: Record<Value, string>) =>
  (Object.keys(words) as Value[]).map(value => ({ value, text: words[value] }));

export const isState = (value: string | undefined): value is State => STATES.some(state => state === value);

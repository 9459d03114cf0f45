import type { ColumnMeaning, DocumentKind } from '../../reading/reading.ts';
import type { ReadingStatus } from './stored-reading.ts';

/** What kinds, columns, states and stages are called on a page. */
export const KIND_WORDS: Record<DocumentKind, string> = {
  'recommendation-tracker': 'Recommendation tracker',
  'stakeholder-plan': 'Stakeholder plan',
  framework: 'Framework',
  policy: 'Policy',
  unknown: 'Kind not recognised',
};

export const MEANING_WORDS: Record<ColumnMeaning, string> = {
  reference: 'Reference',
  recommendation: 'Recommendation',
  what: 'What',
  audience: 'Audience',
  messenger: 'Messenger',
  how: 'How (channel)',
  when: 'When',
  why: 'Why',
  owner: 'Owner',
  status: 'Status',
  budget: 'Budget',
  measure: 'Measure',
  comments: 'Comments',
  section: 'Section',
  other: 'Its own heading',
};

export { STATE_WORDS } from '../../language/state-words.ts';

export const STATUS_WORDS: Record<ReadingStatus, { text: string; colour: string }> = {
  waiting: { text: 'Being read', colour: 'blue' },
  read: { text: 'To be checked', colour: 'yellow' },
  unreadable: { text: 'Not readable', colour: 'red' },
  accepted: { text: 'Became a plan', colour: 'green' },
  discarded: { text: 'Discarded', colour: 'grey' },
};

/** A field as it is named for a person; columns kept under their own heading carry it after a colon. */
export function fieldWords(field: string): string {
  if (field === 'state') return 'State';
  const own = /^other:(.*)$/s.exec(field)?.[1];
  if (own !== undefined && /^[—\s]*$/.test(own)) return 'A column without a heading';
  return own ?? (MEANING_WORDS as Record<string, string>)[field] ?? field;
}

import { z } from 'zod';
import type { State } from '../../../reading/reading.ts';
import type { Choice, RequestKind } from '../../asking/index.ts';
import { linesNow } from '../queries/lines-now.ts';
import { PLANS_IN_WELSH } from './welsh.ts';

const PAYLOAD = z.object({ update: z.uuid() });

/** What answers of these kinds do is done by these jobs, after the transaction that kept the answer. */
export const PROGRESS_TOLD = { name: 'progress-told', payload: PAYLOAD };
export const OWNERSHIP_TOLD = { name: 'ownership-told', payload: PAYLOAD };

export const PROGRESS = 'line-progress';
export const OWNERSHIP = 'line-ownership';

/** How a line is going, as its owner says it in one tap; what its state is then. */
export const PROGRESS_CHOICES: (Choice & { state: State })[] = [
  { key: 'done', text: 'It is done', state: 'complete' },
  { key: 'going', text: 'It is under way', state: 'in-progress' },
  { key: 'not-yet', text: 'It has not begun', state: 'not-started' },
  { key: 'stuck', text: 'It is stuck, or cannot be done', note: 'needed', state: 'not-progressing' },
];

export const OWNERSHIP_CHOICES: Choice[] = [
  { key: 'all', text: 'Yes, all of it is mine' },
  { key: 'some', text: 'Only some of it', picks: true, name: true },
  { key: 'none', text: 'None of it is mine', name: true },
];

/** Of one line there is no part to tick. */
export const choicesForOwner = (lines: number): Choice[] =>
  lines === 1
    ? [
        { key: 'all', text: 'Yes, it is mine' },
        { key: 'none', text: 'No, it is not mine', name: true },
      ]
    : OWNERSHIP_CHOICES;

/** What plans ask of people. */
export const plansRequests: RequestKind[] = [
  {
    kind: PROGRESS,
    title: 'How a line is going',
    answered: PROGRESS_TOLD,
    inWelsh: PLANS_IN_WELSH,
    recordsNow: linesNow,
  },
  {
    kind: OWNERSHIP,
    title: 'Whose lines these are',
    answered: OWNERSHIP_TOLD,
    inWelsh: PLANS_IN_WELSH,
    ownNotMine: true,
    recordsNow: linesNow,
  },
];

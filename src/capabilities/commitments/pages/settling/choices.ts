import type { Said } from '../../rules/settled-as.ts';

/** What may be said of those that a form is about: all of them conditional, set off by something, held or not held. */
export type Sayable = { conditional: boolean; setOff: boolean; heldOnly: boolean };

export type SaidChoice = { value: Said; text: string; hint?: string; why?: string };

/** In the order of how often they are said. `why`: what is asked of whoever says it. */
export function saidChoices({ conditional, setOff, heldOnly }: Sayable): SaidChoice[] {
  return [
    { value: 'done', text: heldOnly ? 'It was held' : 'It was done' },
    ...(conditional
      ? [
          {
            value: 'nothing' as const,
            text: 'There was nothing to say',
            hint: 'It was promised “if applicable”.',
          },
        ]
      : []),
    {
      value: 'not-done',
      text: heldOnly ? 'It was not held' : 'It was not done',
      hint: 'It counts as missed.',
      why: heldOnly ? 'Why was it not held?' : 'Why was it not done?',
    },
    ...(setOff
      ? [
          {
            value: 'not-triggered' as const,
            text: 'It does not apply',
            hint: 'What happened did not call for it. It is left out of the figures.',
            why: 'Why does it not apply?',
          },
        ]
      : []),
    {
      value: 'excused',
      text: heldOnly ? 'It could not be held' : 'It could not be done',
      hint: 'It is excused: left out of the figures, with your name and reason.',
      why: heldOnly ? 'Why could it not be held?' : 'Why could it not be done?',
    },
  ];
}

export const WHY_FIELD = (said: Said): string => `why-${said}`;

import { STATE_WORDS } from '../../language/state-words.ts';

type StateName = keyof typeof STATE_WORDS;

/** Colours of `govuk-tag`. */
const COLOURS: Record<StateName, string> = {
  'not-started': 'grey',
  'in-progress': 'blue',
  ongoing: 'teal',
  complete: 'green',
  deferred: 'yellow',
  'not-progressing': 'red',
  superseded: 'purple',
  unknown: 'none',
};

/** How a state is told on a page: in words, and in a colour. */
export const STATES = Object.fromEntries(
  Object.entries(STATE_WORDS).map(([state, text]) => [state, { text, colour: COLOURS[state as StateName] }]),
) as Record<StateName, { text: string; colour: string }>;

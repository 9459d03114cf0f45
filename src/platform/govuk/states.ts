/** How the states of a line or a recommendation are told, by their names in a reading: in words, and in a colour of `govuk-tag`. */
export const STATES: Record<string, { text: string; colour: string }> = {
  'not-started': { text: 'Not started', colour: 'grey' },
  'in-progress': { text: 'In progress', colour: 'blue' },
  ongoing: { text: 'Ongoing', colour: 'teal' },
  complete: { text: 'Complete', colour: 'green' },
  deferred: { text: 'Deferred', colour: 'yellow' },
  'not-progressing': { text: 'Not progressing', colour: 'red' },
  superseded: { text: 'Superseded', colour: 'purple' },
  unknown: { text: 'No state given', colour: 'none' },
};

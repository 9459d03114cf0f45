/** The states of a line or a recommendation as people read them: on pages, on the command line, in documents given back. */
export const STATE_WORDS = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  ongoing: 'Ongoing',
  complete: 'Complete',
  deferred: 'Deferred',
  'not-progressing': 'Not progressing',
  superseded: 'Superseded',
  unknown: 'No state given',
};

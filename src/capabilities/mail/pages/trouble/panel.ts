import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import { trouble } from '../../queries/fates.ts';

/** On the page of a person: that the last message to them did not arrive, and why; nothing where it did. */
export const troublePanel: Panel = async (within, { person = '', name = '', may }) => {
  const fate = await trouble(within, person);
  return fate ? renderView('mail/pages/trouble/trouble.njk', { fate, name, may: may === 'yes' }) : '';
};

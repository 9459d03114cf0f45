import { z } from 'zod';
import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import { requestsIn } from '../../queries/one.ts';

/** On the page of a message, and of what came back to it: the requests that stood in it; nothing where it was of no such kind. */
export const ofMessagePanel: Panel = async (within, { kind = '', id = '' }) => {
  if (kind !== 'request-message' || !z.uuid().safeParse(id).success) return '';
  const requests = await requestsIn(within, id);
  return requests.length ? renderView('asking/pages/of-message/of-message.njk', { requests }) : '';
};

import type { Answer } from '../../../platform/http/visit.ts';

export const CLOSED = 'This is no longer to be checked, so nothing was changed.';

/** Nothing was done, and why; not in the colour of success. */
export const tell = (to: string, text: string): Answer => ({
  kind: 'redirect',
  to,
  notice: { kind: 'info', text },
});

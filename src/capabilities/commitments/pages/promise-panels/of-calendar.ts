import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import { promisesBeside } from '../../queries/beside-calendar.ts';
import { promiseAddress } from '../promise-addresses.ts';

/**
 * What hangs on a calendar, so that nobody moves or removes a meeting without knowing. About: `calendar`, and `entry` for
 * one date of it.
 */
export const ofCalendar: Panel = async (within, { calendar = '', entry }) => {
  const promises = await promisesBeside(within, { calendar, ...(entry ? { entry } : {}) });
  if (!promises.length) return '';
  return renderView('commitments/pages/promise-panels/of-calendar.njk', {
    promises: promises.map(({ id, about, plan, planTitle, line }) => ({
      about,
      planTitle,
      href: line ? `/plans/${plan}/lines/${line}` : promiseAddress(id),
    })),
    more: promises[0]!.all - promises.length,
    ofEntry: Boolean(entry),
  });
};

import type { Capability } from '../../platform/http/capability.ts';
import type { AskingParts } from './actions/daily-messages.ts';
import { closeUnansweredDaily } from './close-unanswered-job.ts';
import { forgetLinksDaily } from './forget-links-job.ts';
import { askAtOnceJob, dailyMessages } from './jobs.ts';
import { askingMessages } from './messages.ts';
import { ofMessagePanel } from './pages/of-message/panel.ts';
import { ASKING_DATA } from './personal.ts';
import type { AskingCapabilityParts } from './routes.ts';

/** What is asked of people, in one message a day, answered by a link from a phone. */
export const askingCapability = ({ settings, database, kinds }: AskingCapabilityParts): Capability => {
  // read when it is needed: the address is known once the port is
  const parts = (): AskingParts => ({ url: settings.url, kinds });
  return {
    name: 'asking',
    personal: ASKING_DATA,
    jobs: [askAtOnceJob(parts)],
    timed: [dailyMessages(parts), closeUnansweredDaily, forgetLinksDaily],
    messages: askingMessages,
    panels: { 'requests of a message': ofMessagePanel },
    navigation: [{ text: 'Asked of people', href: '/asking', place: 27, under: '/plans', needs: 'editor' }],
    routes: async routes =>
      (await import('./routes.ts')).mountAsking(routes, { settings, database, kinds, parts }),
  };
};

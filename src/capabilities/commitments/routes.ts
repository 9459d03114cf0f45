import type { Routes } from '../../platform/http/capability.ts';
import { mountAdherence } from './adherence-routes.ts';
import { mountCalendar } from './calendar-routes.ts';
import { mountConcerns } from './concerns-routes.ts';
import { type FeedsParts, mountFeeds } from './feeds-routes.ts';
import { mountHappenings } from './happenings-routes.ts';
import { mountOccurrences } from './occurrences-routes.ts';
import { mountPromises } from './promise-routes.ts';
import { mountSettling } from './settling-routes.ts';

/** The pages of promises: one mount for each part of them. */
export function mountCommitments(routes: Routes, parts: FeedsParts): void {
  mountAdherence(routes);
  mountCalendar(routes);
  mountConcerns(routes);
  mountFeeds(routes, parts);
  mountHappenings(routes);
  mountOccurrences(routes);
  mountPromises(routes);
  mountSettling(routes);
}

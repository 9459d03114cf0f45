import type { ScheduleKind } from './schedule.ts';

/** Why words were taken for a timing of their kind, for a person. */
export const WHY_KIND: Record<ScheduleKind, string> = {
  recurring: 'its words say how often',
  dated: 'its words name a day, a month or a part of the year',
  triggered: 'its words wait for something to happen',
  continuous: 'its words say that it goes on, without an end',
  undetermined: 'its words leave the time open',
};

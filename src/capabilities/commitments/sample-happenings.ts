import type { Within } from '../../platform/database/database.ts';
import { recordHappening } from './actions/record-happening.ts';
import type { NewHappening } from './happening.ts';
import type { When } from './when.ts';

type Happened = Pick<NewHappening, 'kind' | 'title' | 'note'> & { daysAgo: number; at: string };

/** Of what promises of the examples wait for, in the words of their plans: one is over by now, one is due. */
const HAPPENED: Happened[] = [
  {
    ...{ kind: 'outside', daysAgo: 9, at: '16:10' },
    title: 'Amber alert: snow and ice until Saturday morning',
    note: 'The weather service warned at ten past four.',
  },
  {
    ...{ kind: 'decision', daysAgo: 1, at: '15:00' },
    title: 'Change to a moving date: block C of the Millpond estate',
    note: 'The contractor needs the block a week earlier.',
  },
];

/** Records what happened in the sample, so that what waited for it is seen to be due. */
export async function sampleHappenings(within: Within, { now, today }: When, zone: string): Promise<void> {
  for (const { daysAgo, at, ...happened } of HAPPENED) {
    const on = today.subtract({ days: daysAgo });
    const moment = on.toZonedDateTime({ timeZone: zone, plainTime: at }).toInstant();
    await recordHappening(within, { ...happened, at: moment, source: null }, 'surely', now);
  }
}

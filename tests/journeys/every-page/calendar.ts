import { stageOccurrences } from '../../support/occurrences.ts';
import { stagedPromise, weeklySeries } from '../../support/promises.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import type { Visits } from './visit.ts';

/** Today and the calendars: with much, with words of every length, with nothing. */
export async function calendarVisits({ people, site }: Stage): Promise<Visits> {
  const { editor } = people;
  const now = site.clock.now();
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const by = (days: number) => today.add({ days }).toString();
  await site.within(editor.organisation, async within => {
    for (const what of [
      LONG_NAME,
      `${LONG_WORD} vorbereiten`,
      'Brief the wardens',
      'Print',
      'Tell the mayor',
    ]) {
      const made = await stagedPromise(within, { series: weeklySeries, what, now });
      const window = { from: by(-60), by: by(40) };
      await stageOccurrences(within, made, [{ by: by(-7) }, { by: by(0) }, { by: by(2) }, window], now);
    }
    const stamp = { created_at: now, changed_at: now };
    const calendar = await within.db
      .insertInto('calendars')
      .values({ name: 'Polls of every kind', kind: 'elections', ...stamp })
      .returning('id')
      .executeTakeFirstOrThrow();
    const days = { from_day: today.add({ days: 20 }), by_day: today.add({ days: 20 }) };
    const entry = {
      calendar_id: calendar.id,
      uid: 'poll',
      title: 'Borough election',
      poll: 'local',
      ...days,
    };
    await within.db
      .insertInto('calendar_entries')
      .values({ ...entry, ...stamp })
      .execute();
  });
  const month = { route: 'GET /calendar', as: 'editor' as const };
  const week = { route: 'GET /calendar/week', as: 'editor' as const };
  const agenda = { route: 'GET /calendar/agenda', as: 'editor' as const };
  const day = { route: 'GET /today', as: 'editor' as const };
  return {
    visits: [
      { ...day, state: 'of everybody', path: '/today?whose=all', keyboard: true },
      { ...day, state: 'of one’s own', path: '/today' },
      { ...day, state: 'for a viewer', path: '/today', as: 'viewer' },
      { ...day, state: 'with nothing promised', path: '/today', as: 'newcomer' },
      { ...month, state: 'of this month', path: '/calendar', keyboard: true },
      { ...month, state: 'with its filters', path: '/calendar?filters=all&state=due' },
      { ...month, state: 'for a large sheet', path: '/calendar?paper=a3' },
      { ...month, state: 'in which nothing is due', path: '/calendar?month=2090-02' },
      { ...month, state: 'with nothing promised', path: '/calendar', as: 'newcomer' },
      { ...week, state: 'of this week', path: '/calendar/week', keyboard: true },
      { ...agenda, state: 'of the days to come', path: '/calendar/agenda', keyboard: true },
      { ...agenda, state: 'of one day', path: `/calendar/agenda?from=${by(0)}&by=${by(0)}` },
      { ...agenda, state: 'of days on which nothing is due', path: '/calendar/agenda?from=2090-02-01' },
    ],
  };
}

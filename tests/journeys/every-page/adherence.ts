import { type StagedOccurrence, stageOccurrences } from '../../support/occurrences.ts';
import { quarterlySeries, stagedPromise } from '../../support/promises.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import type { Visits } from './visit.ts';

/** Dates of promises in every state, with names of every length, and what is counted of them. */
export async function adherenceVisits({ people, site }: Stage): Promise<Visits> {
  const { editor } = people;
  const now = site.clock.now();
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const by = (days: number) => today.add({ days }).toString();
  const dates: StagedOccurrence[] = [
    { by: by(-70), outcome: 'met', doneOn: by(-71) },
    { by: by(-40), outcome: 'late', doneOn: by(-30), wasMissed: true },
    { by: by(-30), outcome: 'excused', wasMissed: true, reason: `${LONG_NAME}. ${LONG_WORD}` },
    { by: by(-20), outcome: 'missed', wasMissed: true, reason: 'Nobody came' },
    { by: by(-10) },
    { by: by(-9), outcome: 'nothing' },
    { by: by(-8), outcome: 'not-triggered', reason: 'It was elsewhere' },
    { from: by(-7), by: by(3) },
    { by: by(30), outcome: 'postponed', reason: 'After the election' },
    { by: by(60) },
  ];
  const { plan } = await site.within(editor.organisation, async within => {
    const line = { what: LONG_NAME, audience: LONG_WORD, owner: LONG_NAME.slice(0, 90) };
    const made = await stagedPromise(within, { series: quarterlySeries, what: LONG_NAME, line, now });
    await stageOccurrences(within, made, dates, now);
    const stamp = { created_at: now, changed_at: now };
    const { id } = await within.db
      .insertInto('audiences')
      .values({ name: `${LONG_WORD} und andere`, ...stamp })
      .returning('id')
      .executeTakeFirstOrThrow();
    const link = { plan_id: made.plan, line_id: made.line, audience_id: id };
    await within.db.insertInto('line_audiences').values(link).execute();
    return made;
  });
  const as = 'editor' as const;
  const list = { route: 'GET /occurrences', as };
  const figures = { route: 'GET /adherence', as };
  return {
    visits: [
      { ...list, state: 'in every state', path: `/occurrences?plan=${plan}`, keyboard: true },
      { ...list, state: 'with none that match', path: '/occurrences?from=2090-01-01' },
      { ...list, state: 'for a viewer', path: '/occurrences', as: 'viewer' },
      { ...list, state: 'with nothing promised', path: '/occurrences', as: 'newcomer' },
      { ...figures, state: 'of the last weeks', path: '/adherence', keyboard: true },
      { ...figures, state: 'along one dimension', path: '/adherence?along=owner' },
      { ...figures, state: 'of a plan', path: `/adherence?plan=${plan}` },
      { ...figures, state: 'of days in which nothing fell due', path: '/adherence?from=2090-01-01' },
      { ...figures, state: 'with nothing promised', path: '/adherence', as: 'newcomer' },
      { route: 'GET /adherence/unheard', state: 'with some', path: '/adherence/unheard', as },
      { route: 'GET /adherence/unheard', state: 'with none', path: '/adherence/unheard', as: 'newcomer' },
      {
        route: 'GET /plans/:plan/overview',
        state: 'with what it promised',
        path: `/plans/${plan}/overview`,
        as,
      },
    ],
    noPages: [
      { route: 'GET /occurrences/file', because: 'it is a file' },
      { route: 'GET /adherence/file', because: 'it is a file' },
    ],
  };
}

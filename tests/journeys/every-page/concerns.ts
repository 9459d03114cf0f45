import { writeDailyMessages } from '../../../src/capabilities/asking/actions/daily-messages.ts';
import { askWhatIsDue } from '../../../src/capabilities/commitments/asking/ask-what-is-due.ts';
import {
  answerConcern,
  tellConcernBack,
} from '../../../src/capabilities/commitments/concerns/answer-concern.ts';
import { raise } from '../../../src/capabilities/commitments/concerns/raise-concerns.ts';
import { commitmentsRequests } from '../../../src/capabilities/commitments/index.ts';
import { askedOn, linkIn } from '../../support/asked.ts';
import { promisesKeptOn } from '../../support/kept-and-asked.ts';
import { LONG_NAME, LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** What whoever keeps promises is asked on a phone, and what people were worried about there. */
export async function concernsVisits({ site, people: { editor } }: Stage): Promise<Visits> {
  const { organisation } = editor;
  const now = site.clock.now();
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const when = { now, today };
  const with_ = askedOn(site, organisation);
  const warden = await with_.owner('Ward wardens', await with_.person({ name: 'Ivy Stone' }));
  const each = ['Harbour', 'Northfield', LONG_WORD];
  const kept = await promisesKeptOn(site, organisation).keep({
    ...{ owner: warden, what: LONG_NAME, each, conditional: true },
    line: { measure: 'Notes of it are on the web site, and everybody who came was written to' },
    dates: [{ from: today.subtract({ days: 20 }).toString(), by: today.add({ days: 2 }).toString() }],
  });
  const ids = await site.within(organisation, async within => {
    const { id } = await within.db
      .selectFrom('occurrences')
      .select('id')
      .where('promise_id', '=', kept.promise)
      .limit(1)
      .executeTakeFirstOrThrow();
    const by = { name: 'Ivy Stone, by link', person: null };
    const words = ['The gate lights are out', `${LONG_WORD}. `.repeat(5).trim(), 'Parking by the school'];
    const [open, answered, told] = await raise(within, { occurrence: id, words, by }, when);
    for (const one of [answered!, told!])
      await answerConcern(within, one, { answer: `${LONG_WORD} is seen to.\nIn May.`, by }, when);
    await tellConcernBack(within, told!, { how: 'At the panel in April', by }, when);
    await askWhatIsDue(within, when);
    return { open: open!, answered: answered!, told: told! };
  });
  const parts = { url: 'http://localhost', kinds: commitmentsRequests };
  await site.within(organisation, within => writeDailyMessages(within, now.add({ hours: 24 }), parts));
  const link = linkIn((await with_.messages('Ivy Stone')).at(-1));
  const one = { route: 'GET /concerns/:concern', as: 'editor' as const };
  return {
    visits: [
      { route: 'GET /ask/:token', state: 'about promises', path: link, keyboard: true },
      {
        route: 'POST /ask/:token/:request',
        state: 'about promises, with nothing chosen',
        path: link,
        act: press('Send, and see the next'),
        status: 422,
      },
      { route: 'GET /concerns', state: 'with some', path: '/concerns', as: 'editor', keyboard: true },
      { route: 'GET /concerns', state: 'with none like that', path: '/concerns?show=unowned', as: 'viewer' },
      { route: 'GET /concerns', state: 'with none', path: '/concerns', as: 'newcomer' },
      { ...one, state: 'that waits', path: `/concerns/${ids.open}`, keyboard: true },
      { ...one, state: 'that is answered', path: `/concerns/${ids.answered}` },
      { ...one, state: 'that was told back', path: `/concerns/${ids.told}` },
      { ...one, state: 'for a viewer', path: `/concerns/${ids.open}`, as: 'viewer' },
      {
        route: 'POST /concerns/:concern/answer',
        state: 'with nothing typed',
        path: `/concerns/${ids.open}`,
        as: 'editor',
        act: press('Keep the answer'),
        status: 422,
      },
      {
        route: 'POST /concerns/:concern/owner',
        state: 'with nobody named',
        path: `/concerns/${ids.open}`,
        as: 'editor',
        act: press('Ask them'),
        status: 422,
      },
      {
        route: 'POST /concerns/:concern/told',
        state: 'with nothing typed',
        path: `/concerns/${ids.answered}`,
        as: 'editor',
        act: press('They were told'),
        status: 422,
      },
    ],
  };
}

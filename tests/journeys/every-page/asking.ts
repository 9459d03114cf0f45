import { writeDailyMessages } from '../../../src/capabilities/asking/actions/daily-messages.ts';
import { noteUndelivered } from '../../../src/capabilities/asking/actions/undelivered.ts';
import { plansRequests } from '../../../src/capabilities/plans/index.ts';
import { askedOn, linkIn } from '../../support/asked.ts';
import { csv, editionsOn, LINES } from '../../support/editions.ts';
import type { Stage } from './stage.ts';
import { LONG_NAME, LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** What is asked of people: by whoever asks, and on a phone by whoever answers. */
export async function askingVisits({ site, people: { editor } }: Stage): Promise<Visits> {
  const { organisation } = editor;
  const with_ = askedOn(site, organisation);
  const jo = await with_.person({ name: 'Jo Reed' });
  const busy = await with_.person({ name: `${LONG_WORD} Birch` });
  const { plan } = await editionsOn(site).madePlan(editor, csv(LINES), 'Asked.csv');
  const lines = await editionsOn(site).lines(editor, plan);
  const about = lines.map(({ id, what }) => ({
    kind: 'line',
    id,
    title: what,
    href: `/plans/${plan}/lines/${id}`,
  }));
  const ownership = {
    kind: 'line-ownership',
    of: { person: busy },
    what: 'Are these lines yours?',
    about: about.slice(1),
  };
  const choices = [
    { key: 'all', text: 'Yes, all of it is mine' },
    { key: 'some', text: 'Only some of it', picks: true, name: true } as const,
    { key: 'none', text: 'None of it is mine', name: true } as const,
  ];
  const lineOf = (at: number) => about.slice(at, at + 1);
  await with_.ask({ of: { person: jo }, what: 'How is this going?', about: lineOf(2), by: '2025-04-10' });
  const many = await with_.ask({ ...ownership, by: '2025-04-22', choices });
  const second = await with_.ask({
    of: { person: busy },
    what: `Is ${LONG_NAME} told?`,
    about: lineOf(1),
    by: '2025-04-03',
  });
  await with_.ask({ of: { person: busy }, what: 'And this one?', about: lineOf(3), by: '2025-04-30' });
  const gone = await with_.person({ name: 'Sam Fenwick' });
  const lost = await with_.ask({ of: { person: gone }, what: 'Was the panel held?', by: '2025-04-17' });
  const parts = { url: 'http://localhost', kinds: plansRequests };
  const tomorrow = site.clock.now().add({ hours: 24 });
  await site.within(organisation, within => writeDailyMessages(within, tomorrow, parts));
  await site.within(organisation, async within => {
    await within.db
      .updateTable('messages')
      .set({ state: 'refused', problem: 'recipient', settled_at: tomorrow })
      .where('to_name', '=', 'Sam Fenwick')
      .execute();
    await noteUndelivered(within, tomorrow);
  });
  const linkOf = async (name: string) => linkIn((await with_.messages(name)).at(-1));
  const [one, several] = [await linkOf('Jo Reed'), await linkOf(`${LONG_WORD} Birch`)];
  const phone = site.visitor();
  await phone.get(several);
  const proof = { name: 'proof.txt', content: 'It was held.' };
  await phone.upload(`${several}/${second}`, proof, {
    choice: 'no',
    note: `It rained, and ${LONG_WORD}. `.repeat(6),
  });
  const owned = lines.find(({ accountable }) => accountable)!;
  const owner = await site.within(organisation, ({ db }) =>
    db.selectFrom('owners').select('id').where('name', '=', owned.accountable).executeTakeFirstOrThrow(),
  );
  await site.within(organisation, ({ db }) =>
    db.updateTable('owners').set({ person_id: jo }).where('id', '=', owner.id).execute(),
  );
  const nobodys = lines.find(({ accountable }) => accountable && accountable !== owned.accountable)!;
  const ask = (line: { id: string }) => `/plans/${plan}/lines/${line.id}/ask`;
  return {
    visits: [
      { route: 'GET /ask/:token', state: 'with one thing', path: one, keyboard: true },
      { route: 'GET /ask/:token', state: 'with several', path: several, keyboard: true },
      { route: 'GET /ask/:token', state: 'with several, in Welsh', path: `${several}?lang=cy` },
      { route: 'GET /ask/:token', state: 'with a link that is over', path: '/ask/over', status: 410 },
      {
        route: 'POST /ask/:token/new',
        state: 'with a new link on its way',
        path: '/ask/over',
        act: press('Send me a new link'),
      },
      { route: 'GET /ask/:token/:request', state: 'of many lines', path: `${several}/${many}` },
      {
        route: 'POST /ask/:token/:request',
        state: 'without an answer, in Welsh',
        path: `${one}?lang=cy`,
        act: press('Anfon eich ateb'),
        status: 422,
      },
      { route: 'GET /ask/:token/:request', state: 'that was answered', path: `${several}/${second}` },
      {
        route: 'POST /ask/:token/:request',
        state: 'with nothing chosen',
        path: one,
        act: press('Send your answer'),
        status: 422,
      },
      { route: 'GET /asking', state: 'with requests', path: '/asking', as: 'editor', keyboard: true },
      { route: 'GET /asking', state: 'with none', path: '/asking', as: 'newcomer' },
      { route: 'GET /asking', state: 'for a viewer', path: '/asking', as: 'viewer', status: 403 },
      {
        route: 'GET /asking/:request',
        state: 'that waits',
        path: `/asking/${many}`,
        as: 'editor',
        keyboard: true,
      },
      { route: 'GET /asking/:request', state: 'that was answered', path: `/asking/${second}`, as: 'editor' },
      {
        route: 'POST /asking/:request/withdraw',
        state: 'without a reason',
        path: `/asking/${many}`,
        as: 'editor',
        act: press('Withdraw it'),
        status: 422,
      },
      {
        route: 'GET /asking/people/:person',
        state: 'with a message due',
        path: `/asking/people/${busy}`,
        as: 'administrator',
      },
      {
        route: 'GET /asking/settings',
        state: 'as everybody begins',
        path: '/asking/settings',
        as: 'administrator',
        keyboard: true,
      },
      {
        route: 'GET /asking/:request/answer',
        state: 'of many lines',
        path: `/asking/${many}/answer`,
        as: 'editor',
        keyboard: true,
      },
      {
        route: 'POST /asking/:request/answer',
        state: 'with nothing chosen',
        path: `/asking/${many}/answer`,
        as: 'editor',
        act: press('Keep this answer'),
        status: 422,
      },
      {
        route: 'GET /asking/:request',
        state: 'whose message did not arrive',
        path: `/asking/${lost}`,
        as: 'administrator',
        keyboard: true,
      },
      {
        route: 'GET /asking',
        state: 'with what did not arrive',
        path: '/asking?show=undelivered',
        as: 'editor',
      },
      {
        route: 'GET /asking/people/:person',
        state: 'whose last message did not arrive',
        path: `/asking/people/${gone}`,
        as: 'editor',
      },
      {
        route: 'GET /plans/:plan/ask',
        state: 'before anybody was asked',
        path: `/plans/${plan}/ask`,
        as: 'editor',
        keyboard: true,
      },
      {
        route: 'GET /plans/:plan/lines/:line/ask',
        state: 'of an owner who is known',
        path: ask(owned),
        as: 'editor',
        keyboard: true,
      },
      {
        route: 'GET /plans/:plan/lines/:line/ask',
        state: 'of an owner whom nobody is named for',
        path: ask(nobodys),
        as: 'editor',
      },
    ],
    noPages: [{ route: 'GET /asking/:request/files/:file', because: 'it is a file' }],
  };
}

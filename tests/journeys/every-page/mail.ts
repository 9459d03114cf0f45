import type { MessageState } from '../../../src/platform/mail/message.ts';
import { putInOutbox } from '../../../src/platform/mail/outbox.ts';
import type { Problem } from '../../../src/platform/mail/rules/problems.ts';
import { LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

const SETTINGS = '/organisation/mail';
const OUTBOX = '/organisation/outbox';
const LINK = 'https://ashmere.example/answer/only-for-olwen';

/** What leaves by email: before it is set up, while its server takes nothing, and what became of messages. */
export async function mailVisits(stage: Stage): Promise<Visits> {
  const { site, people } = stage;
  const { organisation } = people.editor;
  const newcomers = people.newcomer as typeof people.editor;
  const now = site.clock.now();

  const write = (state: MessageState, subject: string, problem?: Problem) =>
    site.within(organisation, async within => {
      const { message: id } = await putInOutbox(
        within,
        {
          kind: 'mail-test',
          to: { name: 'Olwen Fenn', address: 'olwen.fenn@ashmere.example' },
          subject,
          text: `Good morning, Olwen.\n\nIs the ward panel of March held? Answer here, without signing in:\n${LINK}`,
          secrets: [LINK],
        },
        now,
      );
      const settled = state === 'waiting' ? {} : { settled_at: now, attempts: 1 };
      await within.db
        .updateTable('messages')
        .set({ state, problem: problem ?? null, ...settled })
        .where('id', '=', id)
        .execute();
      if (state !== 'waiting') await attempt(within.db, id, state, problem);
      return id;
    });
  type Db = Parameters<Parameters<typeof site.within>[1]>[0]['db'];
  const attempt = (db: Db, id: string, outcome: string, problem?: Problem) =>
    db
      .insertInto('message_attempts')
      .values({
        ...{ message_id: id, number: 1, begun_at: now, ended_at: now, server: 'smtp.ashmere.example:587' },
        ...{ outcome: outcome === 'given-up' ? 'later' : outcome, problem: problem ?? null },
        answer:
          problem === 'recipient' ? '550 5.1.1 <olwen.fenn@ashmere.example>: User unknown' : '250 2.0.0 Ok',
      })
      .execute();

  const waiting = await write('waiting', 'Two things need an answer by Friday');
  const unknown = await write('unknown', 'One thing needs an answer', 'no-answer');
  await write('refused', 'Three things need an answer', 'recipient');
  await write('given-up', 'A reminder', 'put-off');
  const sent = await write('accepted', 'Messages of Borough of Ashmere arrive');
  await site.within(organisation, ({ db }) =>
    db.updateTable('messages').set({ text: null, secrets: [] }).where('id', '=', sent).execute(),
  );
  await site.within(newcomers.organisation, async ({ db }) => {
    await db
      .insertInto('mail_settings')
      .values({
        ...{ host: 'smtp.example.org', port: 587, security: 'starttls', from_name: LONG_WORD },
        ...{ from_address: 'communications@example.org', changed_at: now },
        ...{ dkim_domain: 'example.org', dkim_selector: 'commsgrid', dkim_public: 'MIIB'.repeat(98) },
      })
      .execute();
    const stopped = { problem: 'certificate', answer: 'self-signed certificate', tries: 3 };
    await db
      .insertInto('mail_stoppages')
      .values({ ...stopped, since: now, next_try_at: now.add({ minutes: 10 }) })
      .execute();
    await db.updateTable('organisations').set({ mail_is_set_up: true, mail_is_stopped: true }).execute();
  });

  const as = 'administrator';
  return {
    visits: [
      { route: `GET ${SETTINGS}`, state: 'before it is set up', path: SETTINGS, as, keyboard: true },
      { route: `GET ${SETTINGS}`, state: 'while the server takes nothing', path: SETTINGS, as: 'newcomer' },
      {
        ...{ route: `POST ${SETTINGS}`, state: 'with what cannot be used', path: SETTINGS, as, status: 422 },
        act: async page => {
          await page.getByLabel('Address', { exact: true }).fill('no-reply@ashmere.example');
          await page.getByLabel('Port (optional)').fill('99999');
          await press('Save')(page);
        },
      },
      { route: `GET ${SETTINGS}/signing`, state: 'without a key', path: `${SETTINGS}/signing`, as },
      { route: `GET ${SETTINGS}/signing`, state: 'with a key', path: `${SETTINGS}/signing`, as: 'newcomer' },
      { route: `GET ${OUTBOX}`, state: 'with messages in every state', path: OUTBOX, as, keyboard: true },
      { route: `GET ${OUTBOX}`, state: 'before anything was written', path: OUTBOX, as: 'newcomer' },
      { route: `GET ${OUTBOX}`, state: 'with what was given up', path: `${OUTBOX}?state=given-up`, as },
      { route: `GET ${OUTBOX}/:message`, state: 'that waits', path: `${OUTBOX}/${waiting}`, as },
      { route: `GET ${OUTBOX}/:message`, state: 'that may have arrived', path: `${OUTBOX}/${unknown}`, as },
      { route: `GET ${OUTBOX}/:message`, state: 'without its words', path: `${OUTBOX}/${sent}`, as },
      {
        ...{
          route: `POST ${OUTBOX}/:message/open`,
          state: 'with all of it',
          path: `${OUTBOX}/${waiting}`,
          as,
        },
        act: press('Show all of it'),
      },
      {
        ...{
          route: `POST ${OUTBOX}/:message/again`,
          state: 'not knowingly',
          path: `${OUTBOX}/${unknown}`,
          as,
        },
        ...{ status: 422, act: press('Send it again') },
      },
    ],
  };
}

import { defineJob, type JobContext } from '../../jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../jobs/timed.ts';
import { type Sealing, sealing } from '../../secrets/sealed.ts';
import { type Looked, lookInto, MailboxUnreachable } from './mailbox.ts';
import { mailboxPassword, mailboxSettings, noteLook, SEALED_FOR } from './settings.ts';
import { readFound, take } from './take.ts';

/**
 * Takes what came into the organisation's mailbox since the last look; nothing where none is set up. What keeps us from
 * the mailbox is noted for its page, and the next look tries again: a server that is down for a day loses nothing.
 */
export async function collectMail(context: JobContext, seal: Sealing): Promise<void> {
  const { within, organisation, clock, stopping } = context;
  const known = await within(async inside => {
    const settings = await mailboxSettings(inside);
    return settings && { settings, password: await mailboxPassword(inside, organisation, seal) };
  });
  if (!known) return;
  const { settings, password } = known;
  let looked: Looked;
  try {
    if (password === undefined) throw new MailboxUnreachable('sealed', 'The password was sealed elsewhere.');
    looked = await lookInto({ ...settings, password }, settings);
  } catch (fault) {
    if (!(fault instanceof MailboxUnreachable)) throw fault;
    await within(inside => noteLook(inside, clock.now(), { what: fault.trouble, answer: fault.message }));
    return;
  }
  for (const found of looked.found) {
    if (stopping.aborted) return;
    const read = await readFound(found); // apart from the transaction, which waits for nothing
    await within(inside => take(inside, { identity: looked.identity, found, read }, clock.now()));
  }
  await within(inside => noteLook(inside, clock.now()));
}

/** Looks every minute; the job runs once at a time for each organisation. */
export const collectingMail = (signingSecret: string): Timed => {
  const seal = sealing(signingSecret, SEALED_FOR);
  return {
    name: 'collect-mail',
    every: 'minute',
    job: defineJob({
      name: 'collect-mail',
      payload: TIMED_PAYLOAD,
      run: (_payload, context) => collectMail(context, seal),
      expireInSeconds: 300,
      retryLimit: 2,
    }),
  };
};

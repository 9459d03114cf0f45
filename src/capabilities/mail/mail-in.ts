import type { Capability } from '../../platform/http/capability.ts';
import { proven } from '../../platform/http/prove.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD } from '../../platform/jobs/timed.ts';
import { collectingMail } from '../../platform/mail/in/collect.ts';
import { removeOldWords } from '../../platform/mail/in/look-at.ts';
import { mailboxPage } from './pages/mailbox/page.ts';
import { tryMailbox } from './pages/mailbox/try.ts';
import { showReplies } from './pages/replies/list.ts';
import { postLookAgain, postLookedAt, showReply } from './pages/replies/one.ts';

const MAILBOX = '/organisation/mailbox';

const forgetReplies = defineJob({
  name: 'forget-replies',
  payload: TIMED_PAYLOAD,
  run: async (_payload, { within, clock }) => {
    await within(inside => removeOldWords(inside, clock.now()));
  },
  expireInSeconds: 120,
  retryLimit: 2,
});

/** What comes back to messages: the mailbox that it comes to, and the replies that people look at. */
export function mailIn(signingSecret: string): Required<Pick<Capability, 'routes' | 'timed'>> {
  const mailbox = mailboxPage(signingSecret);
  return {
    routes: routes => {
      routes.get(MAILBOX, 'administrator', proven(MAILBOX, mailbox.show));
      routes.post(MAILBOX, 'administrator', proven(MAILBOX, mailbox.save));
      routes.post('/organisation/mailbox/try', 'administrator', tryMailbox(signingSecret), { aMinute: 10 });
      routes.post('/organisation/mailbox/remove', 'administrator', mailbox.remove);
      routes.get('/organisation/replies', 'lead', showReplies);
      routes.get('/organisation/replies/:reply', 'lead', showReply);
      routes.post('/organisation/replies/:reply', 'lead', postLookedAt);
      routes.post('/organisation/replies/:reply/again', 'lead', postLookAgain);
    },
    timed: [
      collectingMail(signingSecret),
      { name: 'forget-replies', every: 'day', at: '03:40', job: forgetReplies },
    ],
  };
}

import type { Database } from '../../platform/database/database.ts';
import type { Routes } from '../../platform/http/capability.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { AskingParts } from './actions/daily-messages.ts';
import { isLink } from './actions/links.ts';
import type { RequestKind } from './kind.ts';
import { postAnswer, postLater, postNewLink } from './pages/answer/acts.ts';
import { largestFile } from './pages/answer/file-words.ts';
import { answerPage } from './pages/answer/page.ts';
import { nextMessagePage, postEndLinks } from './pages/next-message/page.ts';
import { getAnswerFile, postAgain, postInstead, postWithdraw } from './pages/request/acts.ts';
import { requestPage } from './pages/request/page.ts';
import { requestsPage } from './pages/requests/page.ts';
import { postSettings, settingsPage } from './pages/settings/page.ts';
import { postWrittenDown, writeDownPage } from './pages/write-down/page.ts';

/** For a person who answers, and for an office of them behind one address; too few to guess a token by. */
const BY_LINK = { aMinute: 120, byLink: true } as const;
const SENT_BY_LINK = { aMinute: 60, byLink: true } as const;
const SHOWS_TOO_LARGE = { upload: true, tooLargeIsShown: true } as const;

/** `kinds`: of every capability below, since those who ask declare what they ask and what an answer does. */
export type AskingCapabilityParts = { settings: Settings; database: Database; kinds: readonly RequestKind[] };

type Parts = AskingCapabilityParts & { parts: () => AskingParts };

/** The pages of what was asked, and those that people come to by a link. */
export function mountAsking({ get, post, open }: Routes, { settings, database, kinds, parts }: Parts): void {
  const largest = largestFile(settings.uploadLimit);
  const answering = { database, parts, largest };
  const writing = { kinds: () => kinds, largest };
  const one = requestPage(() => kinds);
  get('/asking', 'editor', requestsPage);
  get('/asking/settings', 'administrator', settingsPage);
  post('/asking/settings', 'administrator', postSettings);
  get('/asking/people/:person', 'editor', nextMessagePage(parts));
  post('/asking/people/:person/links/end', 'administrator', postEndLinks);
  get('/asking/:request', 'editor', visit => one(visit));
  post('/asking/:request/withdraw', 'editor', postWithdraw(one));
  post('/asking/:request/instead', 'editor', postInstead(one));
  post('/asking/:request/again', 'editor', postAgain);
  get('/asking/:request/answer', 'editor', writeDownPage(writing));
  post('/asking/:request/answer', 'editor', postWrittenDown(writing), SHOWS_TOO_LARGE);
  get('/asking/:request/files/:file', 'editor', getAnswerFile);
  open('GET', '/ask/:token', answerPage(answering), BY_LINK);
  open('GET', '/ask/:token/:request', answerPage(answering), BY_LINK);
  open('POST', '/ask/:token/new', postNewLink(answering), { aMinute: 10, byLink: true });
  open('POST', '/ask/:token/:request', postAnswer(answering), {
    ...SENT_BY_LINK,
    ...SHOWS_TOO_LARGE,
    readsFor: ({ token = '' }) => isLink(database, token),
  });
  open('POST', '/ask/:token/:request/later', postLater(answering), SENT_BY_LINK);
}

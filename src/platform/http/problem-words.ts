import type { PageLanguage } from '../govuk/frame-words.ts';
import type { ProblemWords } from './problem-said.ts';
import { WELSH_PROBLEMS_BY_LINK, WELSH_UNREADABLE } from './problem-words-welsh.ts';

/** What went wrong, in words that say what to do. */
export const PROBLEMS: Record<number, ProblemWords> = {
  403: {
    title: 'You may not do this',
    text: 'Your role does not allow it here.',
  },
  404: {
    title: 'Page not found',
    text: 'There is nothing at this address, or it belongs to another organisation. Check the address, or start again from the plans.',
  },
  413: {
    title: 'The file is too large',
    text: 'Give in a smaller file. An administrator can raise the limit.',
  },
  419: {
    title: 'This form is too old',
    text: 'The page was open too long, or you signed in again since. Go back, reload the page and send it once more: what you typed is still there.',
  },
  422: {
    title: 'The file was not kept',
    text: 'The virus scanner found something harmful in it, so nothing of it was kept. Ask whoever gave it to you for a clean one, and tell your IT team.',
  },
  429: { title: 'Too many requests', text: 'Wait a minute, then try again.' },
  502: {
    title: 'The virus scanner does not answer',
    text: 'A file is only kept once it was scanned, so nothing of it was kept. Try again in a few minutes; if it stays so, tell your administrator the reference below.',
  },
  503: {
    title: 'The database is restarting',
    text: 'Wait a few seconds and reload the page. If you were saving something, look whether it is there before you send it again.',
  },
  500: {
    title: 'Something went wrong',
    text: 'This is a fault in Commsgrid. If you were saving something, look whether it is there. Then try again; if it happens twice, tell your administrator the reference below.',
  },
};

const TELL_SENDER = 'answer the message that you have the link from and quote the reference below';

/** The same for people with a link and no account: they have no administrator, and nothing to start again from. */
const PROBLEMS_BY_LINK: Record<number, ProblemWords> = {
  404: {
    title: 'There is nothing here',
    text: 'The address was not copied whole, or this is not asked of you any more. Open the link in your message again.',
  },
  413: {
    title: 'This is too large to send',
    text: 'Go back and send less: your answer without the photo or file, or a smaller one. Nothing of it was kept.',
  },
  422: {
    title: 'The file was not kept',
    text: 'The virus scanner found something harmful in it, so nothing was kept. Go back and send your answer without it.',
  },
  429: { title: 'Too many at once', text: 'Wait a minute, then open the link in your message again.' },
  502: {
    title: 'The file could not be checked',
    text: `Files are only kept once they were checked for viruses, so nothing was kept. Go back and send your answer without it, or try again in a few minutes. If it stays so, ${TELL_SENDER}.`,
  },
  503: {
    title: 'Try again in a moment',
    text: 'We are starting again. Wait a few seconds and open the link in your message. If you were sending an answer, look whether it is there.',
  },
  500: {
    title: 'Something went wrong',
    text: `This is our fault. Open the link in your message again and look whether your answer is there; if it happens twice, ${TELL_SENDER}.`,
  },
};

const UNREADABLE: ProblemWords = { title: 'This request cannot be read', text: 'Go back and try again.' };

/** @param byLink for somebody with a link and no account */
export const problemWords = (status: number, byLink: boolean): ProblemWords =>
  (byLink && PROBLEMS_BY_LINK[status]) ||
  (PROBLEMS[status] ?? (status < 500 ? UNREADABLE : problemWords(500, byLink)));

/** For somebody with a link, in the language of the page that they came from. */
export function problemWordsByLink(status: number, language: PageLanguage): ProblemWords {
  if (language === 'en') return problemWords(status, true);
  const words = WELSH_PROBLEMS_BY_LINK[status];
  return words ?? (status < 500 ? WELSH_UNREADABLE : WELSH_PROBLEMS_BY_LINK[500]!);
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { ROLE_NAME } from '../../language/role.ts';
import type { Frame } from '../govuk/frame.ts';
import { renderPage } from '../govuk/views.ts';
import type { Leaving } from './capability.ts';
import type { Needs } from './needs.ts';
import { leaveNotice, takeNotice } from './notice-cookie.ts';
import { type Answer, type MailStanding, mayAs, type SignedIn } from './visit.ts';

export type NavigationEntry = { text: string; href: string; under?: string; needs?: Needs; leads?: true };

/**
 * Who sees a page and where it leads; of a refusal, why, and the names of those who could change that. `leaving` is waited
 * for before anything that a page made is sent.
 */
type Surroundings = {
  who?: SignedIn;
  navigation: NavigationEntry[];
  why?: string;
  ask?: string[];
  leaving?: ((answer: Leaving) => Promise<void>) | undefined;
};

/** Puts the frame (who, whose colour, where in the navigation) around a page and sends it. */
export async function sendAnswer(
  answer: Answer,
  request: FastifyRequest,
  reply: FastifyReply,
  surroundings: Surroundings,
): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'redirect':
      if (answer.notice) leaveNotice(reply, answer.notice);
      return reply.redirect(answer.to, 303);
    case 'page': {
      const frame = { ...frameOf(request, reply, surroundings, answer.frame.place), ...answer.frame };
      const html = renderPage(answer.template, answer.facts, frame);
      await surroundings.leaving?.({ kind: 'page', html });
      return sendHtml(reply, answer.status, html);
    }
    case 'file':
      await surroundings.leaving?.({ kind: 'file', html: '' });
      return reply
        .type(answer.mediaType)
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition(answer.name))
        .send(answer.content instanceof Uint8Array ? Buffer.from(answer.content) : answer.content);
    case 'json':
      return reply.status(answer.status).header('cache-control', 'no-store').send(answer.value);
    case 'not-found':
      return sendProblem(request, reply, surroundings, 404);
    case 'refused':
      return sendProblem(request, reply, { ...surroundings, why: answer.why }, 403);
  }
}

function sendHtml(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
}

function frameOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { who, navigation }: { who?: SignedIn; navigation: NavigationEntry[] },
  place = request.url,
): Partial<Frame> {
  const shown = navigation.filter(item => who && isFor(who, item.needs ?? 'viewer'));
  const csrfToken = reply.formToken();
  const notice = takeNotice(request, reply);
  if (!who) return { csrfToken, notice };
  return {
    csrfToken,
    notice,
    organisation: {
      name: who.organisation.name,
      colour: who.organisation.colour,
      ...(who.organisations > 1 && { chooseHref: '/organisations' }),
    },
    person: { name: who.account.name, role: ROLE_NAME[who.role] },
    ...(isFor(who, 'administrator') && { standing: STANDING[who.organisation.mail] }),
    ...navigationAt(place, request.url, shown),
  };
}

/** Nobody else can put it right, and what people are asked goes nowhere meanwhile. */
const STANDING: Record<MailStanding, Frame['standing']> = {
  'not-set-up': {
    text: 'Email is not set up: messages to people stay in the outbox.',
    link: { text: 'Set up email', href: '/organisation/mail' },
  },
  stopped: {
    text: 'The mail server takes no messages: those to people wait.',
    link: { text: 'See why', href: '/organisation/mail' },
  },
  leaves: undefined,
};

/** What leads into the whole organisation is only shown to those who have a role in it. */
const isFor = ({ rights }: SignedIn, needs: Needs): boolean =>
  needs === 'anywhere' || (rights.everywhere !== undefined && mayAs(rights.everywhere, needs));

/** The main navigation and, on a list that stands under one of its items, the lists beside it. */
function navigationAt(
  place: string,
  url: string,
  shown: NavigationEntry[],
): Pick<Frame, 'navigation' | 'lists'> {
  const path = url.split('?')[0]!;
  const under = shown.find(item => item.under && isUnder(place, item.href))?.under;
  const main = shown.filter(item => !item.under);
  const navigation = main.map(({ text, href }) => ({
    text,
    href,
    current: isUnder(place, href) || href === under,
  }));
  const top = under ?? path;
  const family = shown.filter(
    item => item.under === top || (item.href === top && !item.under && !item.leads),
  );
  if (family.length < 2 || !family.some(item => item.href === path)) return { navigation };
  return { navigation, lists: family.map(({ text, href }) => ({ text, href, current: href === path })) };
}

const isUnder = (url: string, href: string): boolean => {
  const path = url.split('?')[0]!;
  return path === href || path.startsWith(`${href}/`);
};

/** RFC 6266: the plain name for old readers, the true one beside it. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** What went wrong, in words that say what to do. */
const PROBLEMS: Record<number, { title: string; text: string }> = {
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
const PROBLEMS_BY_LINK: Record<number, { title: string; text: string }> = {
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

/** Ours for what HTTP has no number of its own for: an old form, a file that a scanner found something in. */
const SENT_AS: Record<number, number> = { 419: 403, 422: 400 };

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  surroundings: Surroundings,
  status: number,
): FastifyReply {
  const byLink = request.routeOptions.config.byLink === true;
  const problem =
    (byLink && PROBLEMS_BY_LINK[status]) ||
    PROBLEMS[status] ||
    (status < 500
      ? { title: 'This request cannot be read', text: 'Go back and try again.' }
      : PROBLEMS[500]!);
  const facts = {
    ...problem,
    text: [surroundings.why ?? problem.text, ...whomToAsk(surroundings.ask ?? [])].join(' '),
    reference: status >= 500 ? request.id : undefined,
    signedIn: Boolean(surroundings.who) && !byLink,
    ...(byLink && { back: { text: 'Open your link again', href: linkOf(request.url) } }),
  };
  const frame: Frame = { ...frameOf(request, reply, surroundings), title: problem.title };
  return sendHtml(reply, SENT_AS[status] ?? status, renderPage('problem.njk', facts, frame));
}

/** "/ask/a-token" of every address below it. */
const linkOf = (url: string): string => url.split('?')[0]!.split('/').slice(0, 3).join('/');

/** "Ask Ada Marsh or Ben Reed, who can change it." */
const whomToAsk = (names: string[]): string[] =>
  names.length ? [`Ask ${listed(names)}, who can change that.`] : [];

const listed = (names: string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');

declare module 'fastify' {
  interface FastifyContextConfig {
    byLink?: true;
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { ROLE_NAME } from '../../language/role.ts';
import type { Frame } from '../govuk/frame.ts';
import { type PageLanguage, pageLanguage } from '../govuk/frame-words.ts';
import { renderPage } from '../govuk/views.ts';
import type { Leaving } from './capability.ts';
import type { Needs } from './needs.ts';
import { leaveNotice, takeNotice } from './notice-cookie.ts';
import { problemWords, problemWordsByLink } from './problem-words.ts';
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
    case 'kept-current':
      reply.header('etag', answer.etag).header('cache-control', 'private, no-cache');
      if (!answer.content) return reply.status(304).send();
      return reply.type(answer.mediaType).send(Buffer.from(answer.content));
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

/** Ours for what HTTP has no number of its own for: an old form, a file that a scanner found something in. */
const SENT_AS: Record<number, number> = { 419: 403, 422: 400 };

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  surroundings: Surroundings,
  status: number,
): FastifyReply {
  const byLink = request.routeOptions.config.byLink === true;
  const lang = byLink ? askedLanguage(request) : 'en';
  const problem = byLink ? problemWordsByLink(status, lang) : problemWords(status, false);
  const facts = {
    ...problem,
    text: [surroundings.why ?? problem.text, ...whomToAsk(surroundings.ask ?? [])].join(' '),
    reference: status >= 500 ? request.id : undefined,
    signedIn: Boolean(surroundings.who) && !byLink,
    referenceWord: REFERENCE[lang],
    ...(byLink && { back: { text: LINK_AGAIN[lang], href: linkOf(request.url, lang) } }),
  };
  const frame: Frame = { ...frameOf(request, reply, surroundings), title: problem.title, lang };
  return sendHtml(reply, SENT_AS[status] ?? status, renderPage('problem.njk', facts, frame));
}

const REFERENCE: Record<PageLanguage, string> = { en: 'Reference', cy: 'Cyfeirnod' };
const LINK_AGAIN: Record<PageLanguage, string> = { en: 'Open your link again', cy: 'Agorwch eich dolen eto' };

/** Every address of a page that is not in English says its language. */
const askedLanguage = ({ query }: FastifyRequest): PageLanguage =>
  pageLanguage((query as Record<string, unknown>).lang) ?? 'en';

/** "/ask/a-token" of every address below it. */
const linkOf = (url: string, lang: PageLanguage): string => {
  const link = url.split('?')[0]!.split('/').slice(0, 3).join('/');
  return lang === 'en' ? link : `${link}?lang=${lang}`;
};

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

import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { seesEverything } from '../../language/rights.ts';
import type { Clock } from '../clock.ts';
import { databaseAway } from '../database/connect.ts';
import type { Database, Sight } from '../database/database.ts';
import { scan } from '../files/scan.ts';
import { assets } from '../govuk/assets.ts';
import type { Settings } from '../settings/settings.ts';
import { admission, type RoleOnPart } from './admission.ts';
import { type NavigationEntry, sendAnswer, sendProblem } from './answers.ts';
import type { Capability, Leaving, Panel } from './capability.ts';
import { type Route, routeList } from './route-list.ts';
import { guardBrowsers, isOwnForm, protect } from './security.ts';
import { type SessionCookie, sessionCookie } from './session-cookie.ts';
import { readUploads } from './uploads.ts';
import { isSignedIn, type SignedIn, type SignedInVisit, type Visit, type Visitor } from './visit.ts';

export type ServerParts = {
  settings: Settings;
  database: Database;
  clock: Clock;
  signingSecret: string;
  capabilities: Capability[];
  /** Who a session's token stands for; `access` knows. */
  recognise: (token: string, now: Temporal.Instant) => Promise<Visitor | undefined>;
  roleOnPart: RoleOnPart;
  /** Whom to ask for more rights, by name. */
  whomToAsk: (who: SignedIn) => Promise<string[]>;
  version: string;
  /** Whether everything that serving needs is up. */
  ready: () => Promise<boolean>;
  /** Where faults are told. */
  tell: (fault: unknown, reference: string) => void;
};

type Served = ServerParts & {
  cookie: SessionCookie;
  navigation: NavigationEntry[];
  panels: Map<string, Panel>;
};

/** Forms are read by zod, answers are pages: without these, Fastify loads eight megabytes for JSON schemas that nobody has. */
const noSchemas = () => () => {
  throw new Error('Routes have no JSON schemas here: read what comes by readForm, with zod.');
};

export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const served: Served = {
    ...parts,
    cookie: sessionCookie(parts.settings.url),
    navigation: parts.capabilities
      .flatMap(capability => capability.navigation ?? [])
      .sort((a, b) => a.place - b.place),
    panels: new Map(parts.capabilities.flatMap(({ panels = {} }) => Object.entries(panels))),
  };
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    // only the address that the proxy itself wrote, which is the last: those before it are the visitor's own words
    trustProxy: parts.settings.trustProxy ? (_address: string, hop: number) => hop === 0 : false,
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  const https = parts.settings.url.startsWith('https:');
  await guardBrowsers(app, https);
  await app.register(assets);
  await protect(app, {
    signingSecret: parts.signingSecret,
    https,
    uploadLimit: parts.settings.uploadLimit,
    aMinute: parts.settings.requestsAMinute,
    session: served.cookie,
  });
  app.decorateRequest('uploads');
  app.get('/health', async (_request, reply) => {
    const ready = await parts.ready().catch(() => false);
    return reply.status(ready ? 200 : 503).send({ ready, version: parts.version });
  });
  for (const route of await routeList(parts.capabilities)) mount(app, route, served);
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) =>
    sendProblem(request, reply, await surroundings(request, served), 404),
  );
  app.setErrorHandler((fault, request, reply) => tellFault(fault, request, reply, served));
  return app;
}

function mount(app: FastifyInstance, route: Route, served: Served): void {
  app.route({
    method: route.method,
    url: route.path,
    config: {
      ...(route.options.aMinute && { rateLimit: { max: route.options.aMinute, timeWindow: 60_000 } }),
      ...(route.options.byLink && { byLink: true }),
    },
    handler: (request, reply) => serve(app, route, request, reply, served),
  });
}

/** Who it is comes first, then whether they may, then whether the form is theirs, then the page. */
async function serve(
  app: FastifyInstance,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  served: Served,
): Promise<FastifyReply> {
  const plain = { navigation: served.navigation };
  let who = route.admits === 'everyone' ? undefined : await visitor(request, served);
  if (route.admits !== 'everyone' && !who) return askToSignIn(request, reply);
  if (route.admits !== 'everyone' && route.admits !== 'arriving') {
    if (!isSignedIn(who)) return reply.redirect('/organisations', 303);
    const params = request.params as Record<string, string>;
    const { admits, options } = route;
    const role = await admission(who, { admits, options, params }, served.roleOnPart);
    if (typeof role === 'number') return refuse(request, reply, served, who, role);
    who = { ...who, role };
  }
  const around = { ...plain, who: isSignedIn(who) ? who : undefined };
  if (route.method === 'POST') {
    const { upload, readsFor, tooLargeIsShown } = route.options;
    if (readsFor && !(await readsFor(request.params as Record<string, string>)))
      return sendProblem(request, reply, around, 404);
    if (upload) await readUploads(request, tooLargeIsShown);
    const needsNoForm = route.admits === 'everyone' && route.options.fromMachine;
    if (!needsNoForm && !(await isOwnForm(app, request, reply)))
      return sendProblem(request, reply, around, 419);
    const refused = route.options.upload && (await scanned(request, served));
    if (refused) return sendProblem(request, reply, around, refused);
  }
  // what was admitted above is what the handler of that admission asks for
  const visit = visitFor(request, reply, served, who);
  const answer = await route.handler(visit as never);
  if (reply.sent) return reply;
  const ask = answer.kind === 'refused' && around.who ? await served.whomToAsk(around.who) : [];
  return sendAnswer(answer, request, reply, { ...around, ask, leaving: leavingOf(visit, served) });
}

/** What every capability wants to know of an answer to somebody who is signed in. */
function leavingOf(
  visit: Visit | SignedInVisit,
  { capabilities }: Served,
): ((answer: Leaving) => Promise<void>) | undefined {
  if (!('within' in visit)) return undefined;
  return async answer => {
    for (const { leaving } of capabilities) await leaving?.(visit, answer);
  };
}

/** With the names of those who could change it. */
async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  served: Served,
  who: SignedIn,
  status: 403 | 404,
): Promise<FastifyReply> {
  const ask = status === 403 ? await served.whomToAsk(who) : [];
  return sendProblem(request, reply, { navigation: served.navigation, who, ask }, status);
}

/** Every file that comes in goes by the scanner before any page sees it. @returns the problem to show, if there is one */
async function scanned(request: FastifyRequest, { settings, tell }: Served): Promise<422 | 502 | undefined> {
  for (const { name, content } of request.uploads) {
    const result = await scan(content, settings.scanner);
    if ('clean' in result) continue;
    const said = 'found' in result ? `holds ${result.found}` : `was not scanned: ${result.unreachable}`;
    tell(new Error(`A file that was given in ${said} (${name}).`), request.id);
    return 'found' in result ? 422 : 502;
  }
  return undefined;
}

async function visitor(request: FastifyRequest, served: Served): Promise<Visitor | undefined> {
  const token = served.cookie.read(request);
  return token ? served.recognise(token, served.clock.now()) : undefined;
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const back =
    request.method === 'GET' && request.url !== '/' ? `?to=${encodeURIComponent(request.url)}` : '';
  return reply.redirect(`/sign-in${back}`, 303);
}

function visitFor(
  request: FastifyRequest,
  reply: FastifyReply,
  served: Served,
  who: Visitor | undefined,
): Visit | SignedInVisit {
  const zone = isSignedIn(who) ? who.organisation.timeZone : 'Europe/London';
  const visit: Visit = {
    params: request.params as Record<string, string>,
    query: request.query as Visit['query'],
    form: withoutNul((request.body ?? {}) as Record<string, unknown>),
    path: request.url,
    now: () => served.clock.now(),
    today: () => served.clock.now().toZonedDateTimeISO(zone).toPlainDate(),
    request,
    reply,
  };
  if (!isSignedIn(who)) return { ...visit, ...(who && { who }) };
  const actor = { id: who.account.id, name: who.account.name };
  return {
    ...visit,
    who,
    within: work =>
      served.database.inOrganisation({ organisation: who.organisation.id, actor, sight: sightOf(who) }, work),
    noted: new Set(),
    shown: new Set(),
    panel: async (within, name, about) => served.panels.get(name)?.(within, about) ?? '',
  };
}

/** None where they see everything: that costs nothing. */
const sightOf = ({ account, rights }: SignedIn): Sight | undefined =>
  seesEverything(rights) ? undefined : { person: account.id, marked: true };

/** No keyboard makes the character, and PostgreSQL's text cannot hold it. */
function withoutNul(form: Record<string, unknown>): Record<string, unknown> {
  const clean = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(clean) : typeof value === 'string' ? value.replaceAll('\0', '') : value;
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, clean(value)]));
}

async function surroundings(request: FastifyRequest, served: Served) {
  const who = await visitor(request, served).catch(() => undefined);
  return { navigation: served.navigation, who: isSignedIn(who) ? who : undefined };
}

/** The one place where faults end. A person gets a sentence and a reference, the log gets the fault. */
async function tellFault(fault: unknown, request: FastifyRequest, reply: FastifyReply, served: Served) {
  const given = (fault as { statusCode?: number }).statusCode;
  const status = databaseAway(fault) ? 503 : beyondSight(fault) ? 403 : given && given >= 400 ? given : 500;
  if (status >= 500) served.tell(fault, request.id);
  const around = status === 503 ? { navigation: [] } : await surroundings(request, served);
  return sendProblem(request, reply, around, status);
}

/** A change that would have led out of what somebody may see: the database undid it. Our own statements never do. */
const beyondSight = (fault: unknown): boolean =>
  (fault as { code?: string; severity?: string }).code === '42501' &&
  /row-level security policy "as_granted"/.test((fault as Error).message);

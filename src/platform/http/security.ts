import { createHmac } from 'node:crypto';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inlineScriptHashes } from '../govuk/views.ts';
import { derive } from '../secrets/derived-key.ts';
import type { SessionCookie } from './session-cookie.ts';

export type Protection = {
  signingSecret: string;
  https: boolean;
  /** In bytes. */
  uploadLimit: number;
  /** Requests a minute from one address. */
  aMinute: number;
  session: SessionCookie;
};

/** What a browser may do with our pages; registered before everything else, so that files have it too. */
export async function guardBrowsers(app: FastifyInstance, https: boolean): Promise<void> {
  await app.register(helmet, headers(https));
}

/** Forged requests, and limits on what one sender may ask (OWASP ASVS 5.0, level 2). */
export async function protect(app: FastifyInstance, protection: Protection): Promise<void> {
  const sessionDigest = sessionDigests(protection);
  await app.register(rateLimit, { max: protection.aMinute, timeWindow: 60_000 });
  await app.register(cookie, { secret: derive(protection.signingSecret, 'cookies') });
  // pages send forms; whatever else came would be taken apart before it is asked who sent it
  app.removeAllContentTypeParsers();
  await app.register(formbody, { bodyLimit: 1024 * 1024 });
  await app.register(multipart, {
    limits: { fileSize: protection.uploadLimit, files: 1, fields: 50, fieldSize: 64 * 1024, parts: 60 },
  });
  await app.register(csrf, {
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', signed: true, secure: protection.https },
    csrfOpts: { hmacKey: derive(protection.signingSecret, 'forms'), algorithm: 'sha256' },
    getUserInfo: sessionDigest,
    getToken: request => (request.body as { _csrf?: string } | undefined)?._csrf ?? headerToken(request),
  });
  app.decorateReply('formToken', function (this: FastifyReply) {
    return this.generateCsrf({ userInfo: sessionDigest(this.request) });
  });
}

/** The library answers a forged form by itself; here the server wants to know, and answers in its own words. */
export function isOwnForm(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  return new Promise(resolve => {
    const listening: FastifyReply = Object.create(reply, { send: { value: () => resolve(false) } });
    app.csrfProtection(request, listening, () => resolve(true));
  });
}

declare module 'fastify' {
  interface FastifyReply {
    /** What a form of this session carries, so that no other site can send one in its name. */
    formToken: () => string;
  }
}

/** A token is bound to the session: one taken before signing in is of no use after it. */
function sessionDigests({ session, signingSecret }: Protection): (request: FastifyRequest) => string {
  const key = derive(signingSecret, 'sessions');
  return request =>
    createHmac('sha256', key)
      .update(session.read(request) ?? '')
      .digest('base64url');
}

function headerToken(request: FastifyRequest): string | undefined {
  const sent = request.headers['x-csrf-token'];
  return Array.isArray(sent) ? sent[0] : sent;
}

function headers(https: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...inlineScriptHashes()],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  };
}

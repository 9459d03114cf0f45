import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** How long somebody may take at their provider. In seconds. */
export const TIME_THERE = 15 * 60;

const shape = z.object({
  organisation: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  /** PKCE: proves that whoever redeems the answer asked the question. */
  verifier: z.string(),
  /** Where to go on to, one of our own pages. */
  to: z.string(),
  /** To come in; to look at what the provider says; or to tie the account that is signed in to whoever the provider means. */
  purpose: z.enum(['come-in', 'try', 'tie']),
  /** In seconds since 1970. */
  at: z.number(),
});

/** What a browser remembers between leaving for its provider and coming back: whoever comes back with another state did not begin here. */
export type Begun = z.output<typeof shape>;

const random = () => randomBytes(32).toString('base64url');

export const begin = (
  about: Pick<Begun, 'organisation' | 'to' | 'purpose'>,
  now: Temporal.Instant,
): Begun => ({
  ...about,
  state: random(),
  nonce: random(),
  verifier: random(),
  at: Math.floor(now.epochMilliseconds / 1000),
});

/** Signed, so that no other site on the domain can put its own in place. */
export function begunCookie(url: string) {
  const secure = url.startsWith('https:');
  const name = secure ? '__Host-commsgrid-sign-on' : 'commsgrid-sign-on';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, signed: true } as const;
  return {
    write: (reply: FastifyReply, begun: Begun) =>
      void reply.setCookie(name, Buffer.from(JSON.stringify(begun)).toString('base64url'), {
        ...options,
        maxAge: TIME_THERE,
      }),
    /** What was begun, and not too long ago; it is over with the first look. */
    take: (request: FastifyRequest, reply: FastifyReply, now: Temporal.Instant): Begun | undefined => {
      const held = request.cookies[name];
      if (!held) return undefined;
      reply.clearCookie(name, options);
      const read = request.unsignCookie(held);
      if (!read.valid) return undefined;
      const begun = shape.parse(JSON.parse(Buffer.from(read.value, 'base64url').toString()));
      return begun.at + TIME_THERE > now.epochMilliseconds / 1000 ? begun : undefined;
    },
  };
}

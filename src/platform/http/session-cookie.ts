import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie that holds a session's token. `__Host-` (HTTPS only) keeps a neighbouring site on the same domain
 * from setting it. Lax, not Strict: a link in an email must find its reader signed in.
 */
export type SessionCookie = {
  read: (request: FastifyRequest) => string | undefined;
  write: (reply: FastifyReply, token: string) => void;
  clear: (reply: FastifyReply) => void;
};

export function sessionCookie(url: string): SessionCookie {
  const secure = url.startsWith('https:');
  const name = secure ? '__Host-commsgrid' : 'commsgrid';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read: request => request.cookies[name],
    write: (reply, token) => void reply.setCookie(name, token, options),
    clear: reply => void reply.clearCookie(name, options),
  };
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Notice } from '../govuk/frame.ts';

const NAME = 'notice';

/** What an act wants to say on the page it leads to: kept for that one page, signed so that nobody else can speak. */
export function leaveNotice(reply: FastifyReply, notice: Notice): void {
  const value = Buffer.from(JSON.stringify(notice)).toString('base64url');
  reply.setCookie(NAME, value, { path: '/', httpOnly: true, sameSite: 'lax', signed: true, maxAge: 60 });
}

export function takeNotice(request: FastifyRequest, reply: FastifyReply): Notice | undefined {
  const held = request.cookies[NAME];
  if (!held) return undefined;
  reply.clearCookie(NAME, { path: '/' });
  const read = request.unsignCookie(held);
  return read.valid ? (JSON.parse(Buffer.from(read.value, 'base64url').toString()) as Notice) : undefined;
}

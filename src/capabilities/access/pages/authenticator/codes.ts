import { z } from 'zod';
import { type Answer, type ArrivingVisit, notFound, page } from '../../../../platform/http/visit.ts';
import { RECOVERY_CODE, RECOVERY_CODES } from '../../recovery-code.ts';

/** Shown this once: only hashes are stored. It answers the form itself, since a redirect would have to carry them along. */
export function codesShown(codes: string[], email: string, why: 'switched-on' | 'made-anew'): Answer {
  const trail = [
    { text: 'Your account', href: '/account' },
    { text: 'Authenticator app', href: '/account/authenticator' },
    { text: 'Recovery codes' },
  ];
  return page(
    'access/pages/authenticator/codes.njk',
    { codes, email, why },
    { title: 'Your recovery codes', trail },
  );
}

const shape = z.array(z.string().regex(RECOVERY_CODE)).length(RECOVERY_CODES);

/** The codes that the page before shows, as a file: it sends them along, since nobody else knows them any more. */
export function codesFile({ form, who }: ArrivingVisit): Answer {
  const codes = shape.safeParse(form.code);
  if (!codes.success) return notFound;
  const words = [
    `Recovery codes of ${who.account.email} for Commsgrid.`,
    'Each lets you in once, in place of a code from the app.',
    '',
    ...codes.data,
    '',
  ].join('\r\n');
  return {
    kind: 'file',
    name: 'Commsgrid recovery codes.txt',
    mediaType: 'text/plain; charset=utf-8',
    content: Buffer.from(words),
  };
}

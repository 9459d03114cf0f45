import type { FastifyInstance } from 'fastify';
import { renderPage } from '../govuk/views.ts';
import type { MessageKind } from './message.ts';
import { wordsAsHtml } from './rules/words-as-html.ts';

/** Every declared kind of message with one as it might be: why it is written, its subject and its words. */
export function messagesPage(kinds: MessageKind[]): string {
  const messages = kinds.map(({ kind, purpose, urgent = false, preview }) => ({
    ...{ kind, purpose, urgent },
    message: preview(),
  }));
  return renderPage(
    'dev-messages.njk',
    { messages },
    {
      title: 'Messages',
      organisation: { name: 'Borough of Ashmere' },
      navigation: [
        { text: 'Components', href: '/dev' },
        { text: 'Messages', href: '/dev/messages', current: true },
      ],
    },
  );
}

/** For development only: the list, and each message as programs show it that show pages. */
export function registerMessagePreviews(app: FastifyInstance, kinds: MessageKind[]): void {
  app.get('/dev/messages', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(messagesPage(kinds)),
  );
  app.get<{ Params: { kind: string } }>('/dev/messages/:kind', (request, reply) => {
    const found = kinds.find(({ kind }) => kind === request.params.kind)?.preview();
    if (!found) return reply.callNotFound();
    // a message brings its own look along, in the only way that programs for mail take
    return reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('text/html; charset=utf-8')
      .send(wordsAsHtml(found.text, found.lang ?? 'en'));
  });
}

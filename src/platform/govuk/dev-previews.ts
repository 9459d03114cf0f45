import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { folders } from './sheets.ts';
import { renderPage, renderView } from './views.ts';

/** Something that can be looked at without the records behind it. `name` is a word that can stand in an address. */
export type Preview = { name: string; html: string; about?: string };

/** One for each file of templates/previews, which are also the examples of how a macro is called. */
export function componentPreviews(): Preview[] {
  return readdirSync(join(folders.templates, 'previews'))
    .sort()
    .map(file => ({ name: basename(file, '.njk'), html: renderView(`previews/${file}`, {}) }));
}

export function previewPage(previews: Preview[]): string {
  return renderPage(
    'dev.njk',
    { previews },
    {
      title: 'Components',
      organisation: { name: 'Borough of Ashmere' },
      navigation: [{ text: 'Components', href: '/dev', current: true }],
    },
  );
}

/** For development only: `/dev` shows the components and whatever else the app can preview. Rendered at each request. */
export function registerPreviews(app: FastifyInstance, others: () => Preview[] = () => []): void {
  app.get('/dev', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(previewPage([...componentPreviews(), ...others()])),
  );
}

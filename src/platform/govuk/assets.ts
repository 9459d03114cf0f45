import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { asColour } from './contrast.ts';
import { assetPath, assetsVersion, folders, organisationSheet, sheet } from './sheets.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves everything under /assets/<version>/: two sheets made at the start, and files as they are. Needs no session. */
export async function assets(app: FastifyInstance): Promise<void> {
  app.get(assetPath('commsgrid.css'), (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', FOR_EVER).send(sheet()),
  );
  app.get<{ Params: { colour: string } }>(assetPath('organisation-:colour.css'), (request, reply) => {
    const colour = asColour(request.params.colour);
    if (!colour) return reply.callNotFound();
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', FOR_EVER)
      .send(organisationSheet(colour));
  });
  await app.register(fastifyStatic, {
    root: [folders.scripts, folders.images, folders.fonts, join(folders.govuk, 'govuk')],
    prefix: `/assets/${assetsVersion()}/`,
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '1y',
    allowedPath: path =>
      /^\/[\w-]+\.(mjs|woff2|svg|png|ico)$/.test(path) || path === '/govuk-frontend.min.js',
  });
}

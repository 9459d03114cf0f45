import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { firstAccountLink, gate, signingSecret } from '../capabilities/access/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Capability } from '../platform/http/capability.ts';
import { buildServer } from '../platform/http/server.ts';
import { HOME, type Settings } from '../platform/settings/settings.ts';
import { capabilitiesFor } from './capabilities.ts';

export const version: string = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')).version;

export type WebParts = {
  settings: Settings;
  database: Database;
  clock: Clock;
  tell: (fault: unknown, reference?: string) => void;
};

/** The web pages over an open database, and the link for the first account where there is none yet. */
export async function buildWeb(
  parts: WebParts,
): Promise<{ app: FastifyInstance; firstLink: string | undefined }> {
  const { settings, database, clock } = parts;
  const secret = await signingSecret(database, clock);
  const capabilities = capabilitiesFor({ settings, database, signingSecret: secret });
  const app = await buildServer({
    ...parts,
    capabilities,
    signingSecret: secret,
    ...gate(database),
    version,
    ready: () => database.beforeOrganisation(db => sql`select 1`.execute(db)).then(() => true),
  });
  if (settings.development) await showPreviews(app, capabilities);
  return { app, firstLink: await firstAccountLink(database, clock) };
}

/** Loaded where they are shown, and nowhere else. */
async function showPreviews(app: FastifyInstance, capabilities: Capability[]): Promise<void> {
  const { registerPreviews } = await import('../platform/govuk/dev-previews.ts');
  const { registerMessagePreviews } = await import('../platform/mail/dev-messages.ts');
  registerPreviews(app);
  registerMessagePreviews(
    app,
    capabilities.flatMap(({ messages = [] }) => messages),
  );
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { drawBar, largest } from './drawings/bar.ts';
import { drawBars } from './drawings/bar-chart.ts';
import { drawPageList } from './drawings/page-list.ts';
import { drawStrip, stripInWords } from './drawings/promise-strip.ts';
import * as fields from './fields.ts';
import type { Frame } from './frame.ts';
import { highlight } from './highlight.ts';
import { markingLevel, markingTag } from './marking.ts';
import { assetPath, DEFAULT_COLOUR, folders, organisationSheetPath } from './sheets.ts';
import { STATES } from './states.ts';
import * as words from './words.ts';

export type { Frame, NavigationItem, Notice, PageError } from './frame.ts';

const source = join(import.meta.dirname, '..', '..');
const version: string = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8')).version;
const environment = makeEnvironment();

/**
 * A whole page. `template` is a view of a capability (`plans/pages/plan/plan.njk`) or one of ours.
 * When `facts.errors` holds problems, the layout shows the error summary and says so in the title.
 * @throws when the template is not there or does not compile
 */
export function renderPage(template: string, facts: object, frame: Frame): string {
  return environment.render(template, { ...facts, frame, ...govukNames(frame) });
}

/** A view without a frame around it: a preview, a part of an email. */
export function renderView(template: string, facts: object): string {
  return environment.render(template, facts);
}

/**
 * What the content security policy must allow under `script-src`. Read from a rendered page,
 * so that a newer govuk-frontend with another script cannot silently be blocked.
 */
export const inlineScriptHashes: string[] = hashesOf(renderPage('plain.njk', {}, { title: 'Commsgrid' }));

function hashesOf(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  );
}

/** The names that govuk-frontend's page template asks for. */
function govukNames(frame: Frame): object {
  return {
    cspNonce: frame.nonce,
    themeColor: frame.organisation?.colour ?? DEFAULT_COLOUR,
    bodyClasses: frame.marking && `cg-marked cg-marked--${markingLevel(frame.marking)}`,
  };
}

function makeEnvironment(): nunjucks.Environment {
  const places = [folders.templates, folders.govuk, join(source, 'capabilities')];
  const made = new nunjucks.Environment(
    new nunjucks.FileSystemLoader(places, { watch: false, noCache: false }),
    {
      autoescape: true,
      throwOnUndefined: false,
      trimBlocks: true,
      lstripBlocks: true,
    },
  );
  const drawn =
    (draw: (...facts: never[]) => string) =>
    (...facts: never[]) =>
      new nunjucks.runtime.SafeString(draw(...facts));
  for (const [name, filter] of Object.entries(words)) made.addFilter(name, filter);
  made.addFilter('highlight', drawn(highlight));
  made.addGlobal('assetPath', assetPath);
  made.addGlobal('organisationSheetPath', (colour?: string) =>
    organisationSheetPath(colour ?? DEFAULT_COLOUR),
  );
  made.addGlobal('commsgridVersion', version);
  made.addGlobal('drawStrip', drawn(drawStrip));
  made.addGlobal('drawBars', drawn(drawBars));
  made.addGlobal('drawBar', drawn(drawBar));
  made.addGlobal('drawPageList', drawn(drawPageList));
  made.addGlobal('largest', largest);
  made.addGlobal('stripInWords', stripInWords);
  for (const [name, help] of Object.entries(fields)) made.addGlobal(name, help);
  made.addGlobal('markingTag', drawn(markingTag));
  made.addGlobal('STATES', STATES);
  return made;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type nunjucks from 'nunjucks';
import * as words from '../../language/words.ts';
import { drawBar, largest } from './drawings/bar.ts';
import { drawBars } from './drawings/bar-chart.ts';
import { drawKeptBar } from './drawings/kept-bar.ts';
import { drawPageList } from './drawings/page-list.ts';
import { drawStrip, squareDefinitions, stripInWords } from './drawings/promise-strip.ts';
import * as fields from './fields.ts';
import type { Frame } from './frame.ts';
import { frameWordsIn } from './frame-words.ts';
import { highlight } from './highlight.ts';
import { type Imported, makeMacrosOnce } from './macros-once.ts';
import { markingLevel, markingTag } from './marking.ts';
import { assetPath, DEFAULT_COLOUR, folders, organisationSheetPath } from './sheets.ts';
import { STATES } from './states.ts';

export type { Frame, NavigationItem, Notice, PageError } from './frame.ts';

type Nunjucks = typeof nunjucks;

const source = join(import.meta.dirname, '..', '..');
const version: string = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8')).version;
let made: nunjucks.Environment | undefined;

/** Loaded and made at first use: the worker knows of pages, and draws none. */
const environment = (): nunjucks.Environment => (made ??= makeEnvironment());

/**
 * A whole page. `template` is a view of a capability (`plans/pages/plan/plan.njk`) or one of ours.
 * When `facts.errors` holds problems, the layout shows the error summary and says so in the title.
 * @throws when the template is not there or does not compile
 */
export function renderPage(template: string, facts: object, frame: Frame): string {
  return environment().render(template, { ...facts, frame, ...govukNames(frame) });
}

/** A view without a frame around it: a preview, a part of an email. */
export function renderView(template: string, facts: object): string {
  return environment().render(template, facts);
}

/**
 * What the content security policy must allow under `script-src`. Read from a rendered page,
 * so that a newer govuk-frontend with another script cannot silently be blocked.
 */
export function inlineScriptHashes(): string[] {
  const html = renderPage('plain.njk', {}, { title: 'Commsgrid' });
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  );
}

/** The names that govuk-frontend's page template asks for, and the words of ours around it. */
function govukNames(frame: Frame): object {
  const { lang = 'en' } = frame;
  return {
    htmlLang: lang,
    frameWords: frameWordsIn(lang),
    cspNonce: frame.nonce,
    themeColor: frame.organisation?.colour ?? DEFAULT_COLOUR,
    bodyClasses: frame.marking && `cg-marked cg-marked--${markingLevel(frame.marking)}`,
  };
}

function makeEnvironment(): nunjucks.Environment {
  const nunjucks: Nunjucks = createRequire(import.meta.url)('nunjucks');
  makeMacrosOnce(nunjucks.Template.prototype as unknown as Imported);
  const places = [folders.templates, folders.govuk, join(source, 'capabilities')];
  const making = new nunjucks.Environment(
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
  for (const [name, filter] of Object.entries(words)) making.addFilter(name, filter);
  making.addFilter('highlight', drawn(highlight));
  making.addGlobal('assetPath', assetPath);
  making.addGlobal('organisationSheetPath', (colour?: string) =>
    organisationSheetPath(colour ?? DEFAULT_COLOUR),
  );
  making.addGlobal('commsgridVersion', version);
  making.addGlobal('drawStrip', drawn(drawStrip));
  making.addGlobal('squareDefinitions', drawn(squareDefinitions));
  making.addGlobal('drawBars', drawn(drawBars));
  making.addGlobal('drawBar', drawn(drawBar));
  making.addGlobal('drawKeptBar', drawn(drawKeptBar));
  making.addGlobal('drawPageList', drawn(drawPageList));
  making.addGlobal('largest', largest);
  making.addGlobal('stripInWords', stripInWords);
  for (const [name, help] of Object.entries(fields)) making.addGlobal(name, help);
  making.addGlobal('markingTag', drawn(markingTag));
  making.addGlobal('STATES', STATES);
  return making;
}

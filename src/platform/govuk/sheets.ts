import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { judgeColour } from './contrast.ts';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const FONT = 'Atkinson Hyperlegible Next Variable';

/** Folders that the assets come from; packages are found wherever npm put them. */
export const folders = {
  govuk: join(dirname(require.resolve('govuk-frontend/package.json')), 'dist'),
  fonts: join(
    dirname(require.resolve('@fontsource-variable/atkinson-hyperlegible-next/package.json')),
    'files',
  ),
  styles: join(here, 'styles'),
  scripts: join(here, 'scripts'),
  images: join(here, 'images'),
  templates: join(here, 'templates'),
};

/** Made at first use and kept: the worker serves no pages, and must not hold what they look like. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

export const DEFAULT_COLOUR = '#0b4f54';

/** govuk-frontend's compiled sheet, our face in place of theirs (theirs is licensed for GOV.UK only), then our own sheets by name. */
export const sheet = once(() => [govukSheet(), ...ownSheets()].join('\n'));

/** Changes with every byte that is served under it, so that browsers may keep the files for ever. */
export const assetsVersion = once(fingerprint);

/** Where a file of assets.ts is found: `assetPath('commsgrid.css')`. */
export function assetPath(file: string): string {
  return `/assets/${assetsVersion()}/${file}`;
}

/**
 * The organisation's colour as a sheet of its own, because the content security policy allows no style attributes.
 * @throws RangeError when it is not a six-digit hexadecimal colour
 */
export function organisationSheet(colour: string): string {
  return `:root{--organisation:${colour};--organisation-text:${judgeColour(colour).text}}\n`;
}

export function organisationSheetPath(colour: string): string {
  return assetPath(`organisation-${colour.replace('#', '').toLowerCase()}.css`);
}

function govukSheet(): string {
  return readFileSync(join(folders.govuk, 'govuk', 'govuk-frontend.min.css'), 'utf8')
    .replace(/@font-face\{font-family:GDS Transport;[^}]*\}/g, '')
    .replaceAll('font-family:GDS Transport,arial,sans-serif', `font-family:"${FONT}",arial,sans-serif`)
    .replaceAll('font-family:sans-serif', `font-family:"${FONT}",arial,sans-serif`);
}

function ownSheets(): string[] {
  return filesOf(folders.styles).map(path => readFileSync(path, 'utf8'));
}

function fingerprint(): string {
  const hash = createHash('sha256').update(sheet());
  hash.update(readFileSync(join(folders.govuk, 'govuk', 'govuk-frontend.min.js')));
  for (const folder of [folders.fonts, folders.scripts, folders.images]) {
    for (const path of filesOf(folder)) hash.update(path.slice(folder.length)).update(readFileSync(path));
  }
  return hash.digest('base64url').slice(0, 12);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map(name => join(folder, name));
}

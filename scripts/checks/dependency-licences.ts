import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../src/platform/settings/settings.ts';
import type { Check } from './check.ts';

/** SPDX names of licences that let a public body use, change and pass on what it gets. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT/X11',
  'ISC',
  'Zlib',
  'Unlicense',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'MIT-0',
  'CC0-1.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'Python-2.0',
  'PostgreSQL',
]);

/** Free as well, but what is changed must be given on: used beside the product, never in it. */
const FOR_DEVELOPMENT = new Set(['MPL-2.0']);

/** Packages that say nothing, which is no permission: used on our machines while developing, passed on by nobody. */
const SILENT: Record<string, string> = {
  'node_modules/buffers':
    'exceljs reads samples with it, through an unzipper of 2015; nothing of the product imports either',
};

export type Dependency = { path: string; licence: string; development: boolean };

export const check: Check = {
  sentence: 'Every dependency may be used freely.',
  run: async () => {
    const dependencies = lockedDependencies(HOME);
    for (const line of summary(dependencies)) console.log(`  ${line}`);
    for (const [path, reason] of Object.entries(SILENT)) console.log(`  Says nothing: ${path}; ${reason}.`);
    return licenceFaults(dependencies);
  },
};

export function licenceFaults(dependencies: Dependency[]): string[] {
  return dependencies
    .filter(({ path, development }) => !(development && Object.hasOwn(SILENT, path)))
    .filter(({ licence, development }) => !mayUse(licence, development))
    .map(({ path, licence, development }) => {
      const use = development ? 'development' : 'the product';
      return `${path} has the licence "${licence}", which is not on the list for ${use}.`;
    });
}

/** Of an expression such as "(MIT OR CC0-1.0)" one alternative must be free as a whole. */
function mayUse(licence: string, development: boolean): boolean {
  const alternatives = licence.replace(/[()]/g, '').split(/\s+OR\s+/);
  const isFree = (one: string) => PERMISSIVE.has(one) || (development && FOR_DEVELOPMENT.has(one));
  return alternatives.some(alternative => alternative.split(/\s+AND\s+/).every(isFree));
}

type Locked = { license?: string; dev?: boolean; devOptional?: boolean; link?: boolean };

/** As locked, and as the installed package says itself where it is installed: the two must agree. */
export function lockedDependencies(home: string): Dependency[] {
  const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { link }]) => path !== '' && !link)
    .flatMap(([path, locked]) => {
      const development = Boolean(locked.dev);
      const said = [locked.license, installedLicence(join(home, path))].filter(one => one !== undefined);
      const licences = said.length ? new Set(said) : ['none given'];
      return [...licences].map(licence => ({ path, licence, development }));
    });
}

function installedLicence(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined; // for another system, or not installed
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type: string } };
  return (typeof license === 'object' ? license.type : license) ?? licenceInFile(join(folder, 'LICENSE'));
}

/** Some only bring the text. */
function licenceInFile(file: string): string | undefined {
  return existsSync(file) && /^(The )?MIT License\b/i.test(readFileSync(file, 'utf8').trim())
    ? 'MIT'
    : undefined;
}

function summary(dependencies: Dependency[]): string[] {
  return [false, true].map(development => {
    const counts = new Map<string, number>();
    for (const { licence } of dependencies.filter(one => one.development === development))
      counts.set(licence, (counts.get(licence) ?? 0) + 1);
    const listed = [...counts]
      .sort((one, other) => other[1] - one[1])
      .map(([name, many]) => `${name} ${many}`);
    return `${development ? 'For development' : 'In the product'}: ${listed.join(', ')}`;
  });
}

import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { HOME } from '../../src/platform/settings/settings.ts';
import type { Check } from './check.ts';
import { type Source, sources } from './sources.ts';

/** In lines. Tests are lists of cases and may be longer; what is read to understand the product may not. */
const LIMITS = { code: 300, tests: 400 };
const LOOK_AT = 200;

export const check: Check = {
  sentence: 'No file or function has grown beyond reading.',
  run: async () => {
    const files = sources(['{src,scripts,bench,bin,tests}/**/*.{ts,mjs,css,njk}']);
    for (const { path, lines } of largeFiles(files))
      console.log(`  ${path} has ${lines} lines: worth a look.`);
    return [...overgrownFiles(files), ...longFunctions(join(HOME, 'src'))];
  },
};

const countLines = (text: string): number => text.trimEnd().split('\n').length;
const isTest = (path: string): boolean => /\.test\.ts$/.test(path);

function largeFiles(files: Source[]): { path: string; lines: number }[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .map(({ path, text }) => ({ path, lines: countLines(text) }))
    .filter(({ lines }) => lines > LOOK_AT && lines <= LIMITS.code);
}

export function overgrownFiles(files: Source[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = countLines(text);
    const most = isTest(path) ? LIMITS.tests : LIMITS.code;
    return lines > most ? [`${path} has ${lines} lines, more than ${most}. Split it by idea.`] : [];
  });
}

/** Counted by the linter, which knows where a function ends; the limit stands in `long-functions.json`. */
export function longFunctions(folder: string): string[] {
  const config = join(import.meta.dirname, 'long-functions.json');
  const options = [`--config-path=${config}`, '--reporter=github', '--max-diagnostics=none'];
  const biome = join(HOME, 'node_modules/.bin/biome');
  const { status, stdout, stderr } = spawnSync(biome, ['lint', ...options, folder], { encoding: 'utf8' });
  const found = [...stdout.matchAll(/^::error .*?file=(.+?),line=(\d+),.*?::.*\((\d+)\)/gm)];
  if (status !== 0 && !found.length) return [`The linter did not run: ${stderr}`];
  return found.map(
    ([, file, line, lines]) =>
      `${relative(HOME, file!)}:${line} is a function of ${lines} lines. Split it by idea.`,
  );
}

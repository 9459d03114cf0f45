import type { Check } from './check.ts';
import { lineAt, type Source, sources } from './sources.ts';

/** What says that something was left for later, or that a check was switched off. */
const WORDS: { found: RegExp; means: string; only?: RegExp }[] = [
  { found: /\b(TODO|FIXME|XXX|HACK)\b/g, means: 'work left for later' },
  { found: /\bnot (yet )?implemented\b|\bcoming soon\b|\blorem ipsum\b/gi, means: 'a part that is missing' },
  { found: /\b(test|it|describe|suite)\.only\b|\bonly: true\b/g, means: 'a test that hides all others' },
  {
    found: /\b(test|it|describe|suite)\.(skip|todo)\b|\b(skip|todo): true\b/g,
    means: 'a test that does not run',
  },
  { found: /\bt\.(skip|todo)\(\s*\)/g, means: 'a test that does not run and does not say why' },
  { found: /@ts-(ignore|expect-error|nocheck)\b/g, means: 'a fault of types that is hidden' },
  { found: /\b(biome|eslint|prettier)-(ignore|disable)\b/g, means: 'a fault of style that is hidden' },
  { found: /(\bas|:) any(?=\s*[;,)=\]}]|\[)|<any>/g, means: 'a value of no type', only: /\.m?ts$/ },
  { found: /\bdebugger\b;?$/gm, means: 'a stop for somebody who looks for a fault', only: /\.m?[tj]s$/ },
];

/** This file and its test name the words themselves. */
const OURS = /^scripts\/checks\/unfinished-words(\.test)?\.ts$/;

export const check: Check = {
  sentence: 'Nothing is left unfinished.',
  run: async () =>
    unfinishedWords(
      sources([
        '{src,tests,scripts,bench,examples,bin,docs}/**/*.{ts,mts,mjs,cjs,css,njk,md,json}',
        'migrations/*.sql',
        '*.{md,json,cjs}',
      ]).filter(({ path }) => path !== 'package-lock.json'),
    ),
};

export function unfinishedWords(files: Source[]): string[] {
  return files
    .filter(({ path }) => !OURS.test(path))
    .flatMap(file =>
      WORDS.flatMap(word => (word.only && !word.only.test(file.path) ? [] : places(file, word))),
    );
}

const places = ({ path, text }: Source, { found, means }: { found: RegExp; means: string }): string[] =>
  [...text.matchAll(found)].map(
    match => `${path}:${lineAt(text, match.index)} says "${match[0].trim()}", which is ${means}.`,
  );

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HOME } from '../../src/platform/settings/settings.ts';
import type { Check } from './check.ts';
import { lineAt, type Source, sources } from './sources.ts';

/** Documents of real bodies, given to us to read and to nobody else; they lie beside the project, not in it. */
const INPUTS = join(HOME, '../shared/inputs');

/** Words of the field that a heading may always write large. */
const OF_THE_FIELD = ['scrutiny', 'communications', 'framework'];

/** So many words in the order of a given document are a sentence of it. */
const RUN = 6;

export type Input = { name: string; text: string };

export const check: Check = {
  sentence: 'Nothing of the given documents stands in what we write.',
  run: async () => {
    if (!existsSync(INPUTS)) {
      console.log('  The given documents are not on this machine, so there is nothing to compare with.');
      return [];
    }
    const inputs = globSync('*.txt', { cwd: INPUTS }).map(name => ({
      name: basename(name, '.txt'),
      text: readFileSync(join(INPUTS, name), 'utf8'),
    }));
    const written = sources([
      '{src,tests,scripts,bench,examples,docs,bin}/**/*.{ts,mts,mjs,css,njk,md,json,txt,csv,tsv,html}',
      'migrations/*.sql',
      '*.md',
    ]);
    return inputWords(inputs, written);
  },
};

export function inputWords(inputs: Input[], written: Source[]): string[] {
  const runs = new Map(
    inputs.flatMap(({ name, text }) => runsOf(text).map(run => [run.words, name] as const)),
  );
  const names = distinctiveNames(inputs);
  return written.flatMap(source => [...sharedRuns(source, runs), ...namesIn(source, names)]);
}

type Word = { word: string; index: number };

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].map(match => ({
    word: match[0].toLowerCase().replace('’', "'"),
    index: match.index,
  }));

function runsOf(text: string): { words: string; index: number }[] {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map(({ index }, at) => ({
    words: words
      .slice(at, at + RUN)
      .map(one => one.word)
      .join(' '),
    index,
  }));
}

/** One fault a place: the first run of several that overlap. */
function sharedRuns({ path, text }: Source, runs: Map<string, string>): string[] {
  const faults: string[] = [];
  let last = -RUN;
  for (const [at, run] of runsOf(text).entries()) {
    const input = runs.get(run.words);
    if (!input) continue;
    if (at - last >= RUN)
      faults.push(`${path}:${lineAt(text, run.index)} says "${run.words}", as ${input} does.`);
    last = at;
  }
  return faults;
}

/** Of the web or of e-mail: everything is written small there. */
const ADDRESS = /\S+@\S+|(https?:|www\.)\S+/g;

/**
 * Words of the files' names that the documents never write small: names of places and bodies. What else the name of a
 * file says ("action plan") is written small somewhere.
 */
export function distinctiveNames(inputs: Input[]): string[] {
  const all = inputs.map(input => input.text.replace(ADDRESS, ' ')).join('\n');
  const named = new Set(
    inputs.flatMap(({ name }) => name.split('-')).filter(word => /^[a-z]{5,}$/.test(word)),
  );
  return [...named].filter(word => {
    if (OF_THE_FIELD.includes(word)) return false;
    const capital = word[0]!.toUpperCase() + word.slice(1);
    return new RegExp(`\\b${capital}\\b`).test(all) && !new RegExp(`\\b${word}\\b`).test(all);
  });
}

function namesIn({ path, text }: Source, names: string[]): string[] {
  return names.flatMap(name =>
    [...`${path}\n${text}`.matchAll(new RegExp(name, 'gi'))]
      .slice(0, 3)
      .map(() => `${path} names ${name}, a body whose documents were given to us.`),
  );
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Source } from '../sources.ts';

/** Every import, or only those that are still there when the program runs. */
export type Imports = 'all' | 'values';

/**
 * Writes the sources as plain JavaScript into a folder of their own while `look` looks at them. dependency-cruiser reads
 * TypeScript by the compiler's own interface, which TypeScript 7 does not have; Node's type stripping keeps imports.
 */
export async function mirrored<T>(
  files: Source[],
  imports: Imports,
  look: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    for (const { path, text } of files) {
      const target = join(folder, asJavaScript(path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, path.endsWith('.ts') ? stripped(text, imports) : text);
    }
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asJavaScript = (path: string): string => path.replace(/\.ts$/, '.js');

function stripped(text: string, imports: Imports): string {
  const kept = imports === 'all' ? text.replace(TYPE_IMPORT, '$1 $2') : text;
  const typed =
    imports === 'all' ? [...text.matchAll(IMPORTED_TYPE)].map(([, from]) => `import '${from}';`) : [];
  return [stripTypeScriptTypes(kept).replace(RELATIVE, '$1$2.js$3'), ...typed].join('\n');
}

/** `import type { A } from`, `export type * from`: with the word gone, stripping leaves them. */
const TYPE_IMPORT = /^(import|export) type (?=[{*]|\w+ from|\w+, \{)()/gm;
/** `import('./a.ts').A`, as a type. */
const IMPORTED_TYPE = /(?<!await )\bimport\('(\.[^']+)\.ts'\)\./g;
const RELATIVE = /(\b(?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"\n]+)\.ts(['"])/g;

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { longFunctions, overgrownFiles } from './sizes.ts';

const file = (path: string, lines: number) => ({ path, text: 'x\n'.repeat(lines) });

test('a file beyond the limit is found, one at the limit is not', () => {
  assert.deepEqual(overgrownFiles([file('src/one.ts', 300), file('src/one.test.ts', 400)]), []);
  assert.match(overgrownFiles([file('src/one.ts', 301)])[0]!, /src\/one\.ts has 301 lines/);
  assert.match(overgrownFiles([file('src/one.test.ts', 401)])[0]!, /more than 400/);
});

test('a function beyond the limit is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sizes-'));
  try {
    const body = (lines: number) => `export function grown() {\n${'  console.log(1);\n'.repeat(lines)}}\n`;
    writeFileSync(join(folder, 'well.ts'), body(60));
    assert.deepEqual(longFunctions(folder), []);
    writeFileSync(join(folder, 'grown.ts'), body(61));
    assert.match(longFunctions(folder).join(), /grown\.ts:1 is a function of 61 lines/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

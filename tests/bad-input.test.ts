import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readInThread } from '../src/capabilities/imports/reading-thread.ts';
import { openDocument, Unreadable } from '../src/documents/open.ts';
import { HOME } from '../src/platform/settings/settings.ts';
import { readDocument } from '../src/reading/read.ts';
import { HUGE } from './support/bad-files/huge.ts';
import type { OddFile } from './support/bad-files/odd-file.ts';
import { REFUSED } from './support/bad-files/refused.ts';
import { TOLERATED } from './support/bad-files/tolerated.ts';

const today = Temporal.PlainDate.from('2025-04-01');
const LARGEST = 25 * 1024 * 1024;
/** One sentence that names the file, and one or two that say what to do. */
const SENTENCES = /^[\w-]+\.\w+ [^\n]{10,260}\.$/;

/** What becomes of it, here and now: the sentence that refuses it, or its reading. */
async function becomes({ name, bytes }: OddFile): Promise<{ refused: string } | { read: string }> {
  try {
    const document = await openDocument(await bytes(), name, LARGEST);
    return { read: JSON.stringify(readDocument(document, { today })) };
  } catch (fault) {
    assert.ok(fault instanceof Unreadable, `threw ${fault}`);
    return { refused: fault.message };
  }
}

/** The same in a thread of its own, as the product does, for what may take all memory here. */
async function becomesApart({ name, bytes }: OddFile): Promise<{ refused: string } | { read: string }> {
  const begun = performance.now();
  const outcome = await readInThread({ content: await bytes(), name, today, largest: LARGEST });
  assert.ok(performance.now() - begun < 20_000, 'took too long');
  if (!('problem' in outcome)) return { read: JSON.stringify(outcome.reading) };
  assert.equal(outcome.fault, undefined);
  return { refused: outcome.problem };
}

function expectOf({ refused, holds, lacks }: OddFile, made: { refused: string } | { read: string }): void {
  if (refused) {
    assert.ok('refused' in made, 'it was read');
    assert.match(made.refused, refused);
    assert.match(made.refused, SENTENCES);
    return;
  }
  assert.ok('read' in made, `refused: ${JSON.stringify(made)}`);
  assert.match(made.read, holds ?? /./);
  assert.doesNotMatch(made.read, lacks ?? /root:x:/);
}

const title = ({ name, what }: OddFile) => `${name}: ${what}`;
/** What only the limits of the thread stop. */
const APART = /are unpacked$/;

describe('refused with one clear sentence', () => {
  for (const file of REFUSED)
    test(title(file), async () => {
      expectOf(file, await (APART.test(file.what) ? becomesApart(file) : becomes(file)));
    });
});

describe('strange, and read all the same', () => {
  for (const file of TOLERATED) test(title(file), async () => expectOf(file, await becomes(file)));
});

describe('as large as may be, and the process lives', () => {
  // Those that take seconds wait for the long suites.
  const quick = HUGE.filter(({ what }) => !/nearly|150,000|100,000 paragraphs|a cell of 50/.test(what));
  for (const file of quick) test(title(file), async () => expectOf(file, await becomesApart(file)));
});

describe('on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'commsgrid-bad-'));
  after(() => rmSync(folder, { recursive: true }));
  const wanted = [
    'locked.pdf: a password to open it',
    'xml.docx: entities that swell',
    'plan.xls: old Excel',
  ];
  for (const file of REFUSED.filter(one => wanted.includes(title(one))))
    test(`${title(file)}: standard error, exit code 2, no stack trace`, async () => {
      const path = join(folder, file.name);
      writeFileSync(path, await file.bytes());
      const program = join(HOME, 'bin/commsgrid.mjs');
      const run = spawnSync(process.execPath, [program, 'read', path], { encoding: 'utf8' });
      assert.equal(run.status, 2);
      assert.equal(run.stdout, '');
      assert.match(run.stderr.trimEnd(), SENTENCES);
      assert.match(run.stderr, file.refused ?? /./);
    });
});

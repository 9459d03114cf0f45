import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { openDocument } from '../src/documents/open.ts';
import { readDocument } from '../src/reading/read.ts';

/**
 * Readings of real plans against truths that people made. Plans and truths lie beside the checkout,
 * not in it, since they belong to the bodies that wrote them.
 */
const SHARED = new URL('../../shared/', import.meta.url);
const SCORER = new URL('import/score.mjs', SHARED);
const TODAY = Temporal.PlainDate.from('2025-04-01');

type Score = { detail: string[]; figures: Record<string, number | null> };
type Scorer = { score: (reading: unknown, truth: unknown, source: string) => Score };

const BARS: Record<string, number> = {
  'rows recall': 1,
  'rows precision': 1,
  'cell accuracy': 0.98,
  'state accuracy': 0.95,
  'schedule accuracy': 0.95,
  'clause recall': 0.97,
  'register recall': 0.97,
  document: 0.95,
  'words accounted for': 1,
  'words of the source': 0.995,
};

const here = existsSync(SCORER);
if (!here) {
  test('real plans read as people read them', {
    skip: `they are kept beside the checkout, and ${SHARED.pathname} is not there`,
  }, () => {});
}

for (const name of here ? readdirSync(new URL('import/truth/', SHARED)) : []) {
  const plan = name.replace(/\.json$/, '');
  const truth = JSON.parse(readFileSync(new URL(`import/truth/${name}`, SHARED), 'utf8'));
  for (const ending of ['txt', 'docx', 'xlsx', 'pdf']) {
    // Only plans that are tables were also given as workbooks.
    if (!existsSync(new URL(`inputs/${plan}.${ending}`, SHARED))) continue;
    test(`${plan}.${ending} reads as people read it`, async () => {
      const { score } = (await import(SCORER.href)) as Scorer;
      const source = readFileSync(new URL(`inputs/${plan}.txt`, SHARED), 'utf8');
      const document = await openDocument(
        readFileSync(new URL(`inputs/${plan}.${ending}`, SHARED)),
        `${plan}.${ending}`,
      );
      const { figures, detail } = score(readDocument(document, { today: TODAY }), truth, source);
      for (const [figure, bar] of Object.entries(BARS)) {
        const value = figures[figure] ?? 1;
        assert.ok(value >= bar, `${figure} is ${value}, below ${bar}\n${detail.join('\n')}`);
      }
    });
  }
}

import { test } from 'node:test';
import { PROPERTIES } from './support/merging/all-properties.ts';

/** Over all properties; `npm run check:long` tries 20,000. */
const CASES = 250;

for (const { says, holds, share } of PROPERTIES)
  test(says, () => holds({ numRuns: Math.ceil(CASES * share), seed: 5 }));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourName } from './colour-name.ts';

const NAMED = {
  red: ['FF0000', 'C00000', 'FFC7CE', 'FF6666'],
  amber: ['FFC000', 'FFFF00', 'ED7D31', 'FFEB9C'],
  green: ['00B050', '92D050', 'C6EFCE', '548235'],
  blue: ['0070C0', '4472C4', '5B9BD5'],
  grey: ['BFBFBF', '808080', 'D9D9D9'],
  undefined: ['F2F2F2', 'EDEDED', '000000', '7030A0', 'FDFAFA'],
};

for (const [name, fills] of Object.entries(NAMED)) {
  test(`what people call ${name === 'undefined' ? 'no rating' : name}`, () => {
    for (const fill of fills) assert.equal(String(colourName(fill)), name, fill);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asAddress } from './address.ts';

const TAKEN: [string, string][] = [
  ['olwen.fenn@ashmere.example', 'olwen.fenn@ashmere.example'],
  [' olwen@ashmere.example ', 'olwen@ashmere.example'],
  ["o'neill+comms@mail.ashmere.example", "o'neill+comms@mail.ashmere.example"],
  ['olwen@ASHMERE.example', 'olwen@ashmere.example'],
  ['olwen@bücher.example', 'olwen@xn--bcher-kva.example'],
  ['siân@ashmere.example', 'siân@ashmere.example'],
  ['a@b.museum', 'a@b.museum'],
];
for (const [given, read] of TAKEN)
  test(`takes ${given}`, () => {
    assert.equal(asAddress(given), read);
  });

const REFUSED = [
  '',
  'olwen',
  '@ashmere.example',
  'olwen@',
  'olwen@ashmere',
  'olwen@@ashmere.example',
  'olwen fenn@ashmere.example',
  'olwen@ashmere.example, perrin@ashmere.example',
  'Olwen <olwen@ashmere.example>',
  'olwen@ashmere.example>\r\nRCPT TO:<all@elsewhere.example',
  'olwen\r\nBcc: all@elsewhere.example@ashmere.example',
  '.olwen@ashmere.example',
  'olwen..fenn@ashmere.example',
  'olwen@-ashmere.example',
  'olwen@ashmere..example',
  'olwen@[127.0.0.1]',
  'olwen@127.0.0.1',
  'olwen@ashmere.example:25',
  `${'x'.repeat(65)}@ashmere.example`,
  `olwen@${'x.'.repeat(130)}example`,
];
for (const given of REFUSED)
  test(`refuses ${JSON.stringify(given).slice(0, 60)}`, () => {
    assert.equal(asAddress(given), undefined);
  });

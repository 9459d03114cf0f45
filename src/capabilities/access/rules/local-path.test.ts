import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localPath } from './local-path.ts';

for (const path of ['/plans', '/plans/1?owner=Parks&page=2', '/plans#line-3', '/plans?q=%2F%2Fevil.example'])
  test(`${path} is ours`, () => assert.equal(localPath(path), path));

for (const path of [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/plans\n/evil',
  '/.//evil.example',
  '/x/..//evil.example',
  ' //evil.example',
  'plans',
  '',
  undefined,
  ['/plans', '/x'],
  '/sign-in?to=/plans',
  '/sign-out',
])
  test(`${JSON.stringify(path)} is not followed`, () => assert.equal(localPath(path), '/'));

test('nothing leads to another origin', () => {
  const near = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '@', ':', 'e', '\t', '%', '2', 'f', '?', '#'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(near, text => {
      const to = localPath(`/${text}`);
      assert.equal(new URL(to, 'https://commsgrid.example').origin, 'https://commsgrid.example');
      assert.ok(!to.startsWith('//'));
    }),
    { numRuns: 500 },
  );
});

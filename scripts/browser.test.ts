import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { findBrowser, howToInstall } from './browser.mjs';

const chosen = process.env.CHROMIUM_PATH;
afterEach(() => {
  if (chosen === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = chosen;
});

test('CHROMIUM_PATH decides where it is set', () => {
  process.env.CHROMIUM_PATH = process.execPath;
  assert.equal(findBrowser(), process.execPath);
});

test('a CHROMIUM_PATH that leads nowhere is told, not passed over', () => {
  process.env.CHROMIUM_PATH = '/nowhere/chromium';
  assert.equal(findBrowser(), undefined);
  assert.match(howToInstall(), /CHROMIUM_PATH is \/nowhere\/chromium/);
});

test('there is something to type on every machine', () => {
  delete process.env.CHROMIUM_PATH;
  assert.match(howToInstall(), /^(Type: |Install )/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceInWords } from './device-words.ts';

const AGENTS: [string | undefined, string][] = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox on Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari on an iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
    'Samsung Internet on an Android device',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36',
    'Chrome on a Mac',
  ],
  ['curl/8.14.1', 'A browser that does not say what it is'],
  ['<script>alert(1)</script> Linux', 'A browser on Linux'],
  [undefined, 'A browser that does not say what it is'],
];

for (const [agent, words] of AGENTS)
  test(`${agent?.slice(0, 40) ?? 'nothing'} is ${words}`, () => assert.equal(deviceInWords(agent), words));

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { assets } from '../../src/platform/govuk/assets.ts';
import { registerPreviews } from '../../src/platform/govuk/dev-previews.ts';
import { inlineScriptHashes } from '../../src/platform/govuk/views.ts';
import { accessibilityFaults, launchBrowser, overflowing, WIDE, withPage } from '../support/browser.ts';

/** As strict as the served policy: whatever it blocks is told on the console. */
const POLICY = `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self' ${inlineScriptHashes().join(' ')}`;

/** WCAG 2.2, 1.4.10: nothing is lost at 320 CSS pixels, which is also a laptop at 400%. */
const NARROWEST = { width: 320, height: 640 };

let app: FastifyInstance;
let browser: Browser;
let address: string;

before(async () => {
  app = Fastify();
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', POLICY);
  });
  await app.register(assets);
  registerPreviews(app);
  address = await app.listen({ port: 0 });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await app.close();
});

for (const viewport of [WIDE, NARROWEST]) {
  test(`every component can be used by everybody, ${viewport.width} wide`, async () => {
    await withPage(
      browser,
      async page => {
        await page.goto(`${address}/dev`);
        assert.deepEqual(await overflowing(page), []);
        assert.deepEqual(await accessibilityFaults(page), []);
      },
      { viewport },
    );
  });
}

test('the content security policy blocks nothing that the pages need', async () => {
  await withPage(browser, async page => {
    const told: string[] = [];
    page.on('console', message => message.type() === 'error' && told.push(message.text()));
    page.on('pageerror', error => told.push(error.message));
    page.on('requestfailed', request => told.push(`${request.url()} was not loaded`));
    await page.goto(`${address}/dev`, { waitUntil: 'networkidle' });
    assert.deepEqual(told, []);
    const face = await page.evaluate('getComputedStyle(document.querySelector("h1")).fontFamily');
    assert.match(String(face), /^"Atkinson Hyperlegible Next Variable"/);
    assert.equal(
      await page.evaluate('document.fonts.check("17px \\"Atkinson Hyperlegible Next Variable\\"")'),
      true,
    );
  });
});

test('every component is there without JavaScript', async () => {
  await withPage(
    browser,
    async page => {
      await page.goto(`${address}/dev`);
      assert.ok(await page.locator('input[type=file]').isVisible());
      await page.locator('summary', { hasText: 'As a table' }).click();
      assert.ok(await page.getByRole('cell', { name: '18' }).isVisible());
    },
    { javaScript: false },
  );
});

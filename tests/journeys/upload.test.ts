import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { assets } from '../../src/platform/govuk/assets.ts';
import type { PageError } from '../../src/platform/govuk/frame.ts';
import { inlineScriptHashes, renderPage, renderView } from '../../src/platform/govuk/views.ts';
import { accessibilityFaults, launchBrowser, withPage } from '../support/browser.ts';

const POLICY = `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; script-src 'self' ${inlineScriptHashes().join(' ')}`;
const FILE = {
  name: 'Ashmere plan.docx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.alloc(400_000),
};
const REFUSED = { ...FILE, name: 'Ashmere plan.pdf' };

let app: FastifyInstance;
let browser: Browser;
let address: string;

before(async () => {
  app = await takesFiles();
  address = `${await app.listen({ port: 0 })}/dev`;
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await app.close();
});

/** A form that takes a file, the page it leads to, and a page that refuses PDF files. */
async function takesFiles(): Promise<FastifyInstance> {
  const server = Fastify();
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', POLICY);
  });
  await server.register(assets);
  await server.register(multipart);
  const form = (errors: PageError[] = []) => {
    const previews = [{ name: 'upload', html: renderView('previews/upload.njk', { errors }) }];
    return renderPage('dev.njk', { previews, errors }, { title: 'Give in a plan' });
  };
  server.get('/dev', (_request, reply) => reply.type('text/html').send(form()));
  server.get('/read', (_request, reply) =>
    reply.type('text/html').send(renderPage('problem.njk', { title: 'It was read' }, { title: 'Read' })),
  );
  server.post('/dev', async (request, reply) => {
    const file = await request.file();
    await file?.toBuffer();
    if (!file?.filename.endsWith('.pdf')) return reply.redirect('/read', 303);
    const errors = [{ text: 'Choose a Word document', href: '#file' }];
    return reply.status(422).type('text/html').send(form(errors));
  });
  return server;
}

const choose = (page: Page, file: typeof FILE) => page.locator('input[type=file]').setInputFiles(file);
const submit = (page: Page) => page.getByRole('button', { name: 'Read the document' }).click();

/** A line as slow as a village hall's: the browser sends so many bytes a second. */
async function slowDown(page: Page, bytesASecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesASecond };
  await session.send('Network.emulateNetworkConditions', line);
}

test('how much of a file is sent can be seen and heard, and then the next page opens', async () => {
  await withPage(browser, async page => {
    await page.goto(address);
    await slowDown(page, 400_000);
    await choose(page, FILE);
    await submit(page);
    const bar = page.getByRole('progressbar', { name: 'Sending Ashmere plan.docx' });
    await bar.waitFor();
    assert.match(await page.getByRole('status').innerText(), /Sending Ashmere plan\.docx \(400 KB\)/);
    const seen = await valuesUntil(bar, () => page.url().endsWith('/read'));
    assert.ok(
      seen.some(value => value > 0 && value < 100),
      `values between the beginning and the end were seen: ${seen}`,
    );
    assert.deepEqual(
      seen,
      seen.toSorted((one, other) => one - other),
      'it never goes back',
    );
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'It was read');
  });
});

async function valuesUntil(bar: ReturnType<Page['getByRole']>, over: () => boolean): Promise<number[]> {
  const seen: number[] = [];
  while (!over()) {
    const value = await bar.getAttribute('value', { timeout: 200 }).catch(() => null);
    if (value !== null && Number(value) !== seen.at(-1)) seen.push(Number(value));
    await new Promise(resolve => setTimeout(resolve, 40));
  }
  return seen;
}

test('while a file is on its way everybody can use the page', async () => {
  await withPage(browser, async page => {
    await page.goto(address);
    await slowDown(page, 50_000);
    await choose(page, FILE);
    await submit(page);
    await page.getByRole('progressbar').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
  });
});

test('a file that is refused shows the problem in place, and another can be chosen', async () => {
  await withPage(browser, async page => {
    const told: string[] = [];
    page.on('pageerror', error => told.push(error.message));
    await page.goto(address);
    await choose(page, REFUSED);
    await submit(page);
    await page.getByRole('alert').getByText('Choose a Word document').waitFor();
    assert.match(await page.title(), /^Error: /);
    assert.deepEqual(await accessibilityFaults(page), []);
    await choose(page, FILE);
    await submit(page);
    await page.waitForURL('**/read');
    assert.deepEqual(told, []);
  });
});

test('a lost connection is told in words, and the file can be sent again', async () => {
  await withPage(browser, async page => {
    await page.goto(address);
    await choose(page, FILE);
    await page.context().setOffline(true);
    await submit(page);
    await page.getByRole('status').getByText('Ashmere plan.docx could not be sent').waitFor();
    await page.context().setOffline(false);
    await submit(page);
    await page.waitForURL('**/read');
  });
});

test('without JavaScript the browser sends the form by itself', async () => {
  await withPage(
    browser,
    async page => {
      await page.goto(address);
      await choose(page, FILE);
      await submit(page);
      await page.waitForURL('**/read');
    },
    { javaScript: false },
  );
});

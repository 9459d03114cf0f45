import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import { assets } from './assets.ts';
import { assetPath, organisationSheetPath, sheet } from './sheets.ts';

let app: FastifyInstance;
before(async () => {
  app = Fastify();
  await app.register(assets);
});
after(() => app.close());

for (const [file, type] of [
  ['commsgrid.css', 'text/css; charset=utf-8'],
  ['organisation-0b4f54.css', 'text/css; charset=utf-8'],
  ['page.mjs', 'application/javascript; charset=utf-8'],
  ['govuk-frontend.min.js', 'application/javascript; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml'],
  ['atkinson-hyperlegible-next-latin-wght-normal.woff2', 'font/woff2'],
] as const) {
  test(`${file} is served to be kept for ever`, async () => {
    const answer = await app.inject(assetPath(file));
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(answer.headers['content-type'], type);
  });
}

for (const path of [
  assetPath('template.njk'),
  assetPath('components/button/macro.njk'),
  assetPath('..%2f..%2fpackage.json'),
  assetPath('organisation-red.css'),
  assetPath('organisation-0b4f54;.css'),
  '/assets/another-version/commsgrid.css',
]) {
  test(`${path.split('/').slice(3).join('/')} is not served`, async () => {
    assert.ok([403, 404].includes((await app.inject(path)).statusCode));
  });
}

test('the organisation’s sheet carries its colour and what is legible on it', async () => {
  const answer = await app.inject(organisationSheetPath('#0B4F54'));
  assert.equal(answer.body.trim(), ':root{--organisation:#0b4f54;--organisation-text:#ffffff}');
});

test('the face of GOV.UK, licensed for GOV.UK only, is nowhere in the sheet', () => {
  assert.doesNotMatch(sheet(), /GDS Transport/);
  assert.match(sheet(), /\.govuk-button\{font-family:"Atkinson Hyperlegible Next Variable"/);
});

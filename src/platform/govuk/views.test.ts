import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { checkPage } from '../../../tests/support/page-checker.ts';
import { type Frame, inlineScriptHashes, renderPage, renderView } from './views.ts';

const frame: Frame = {
  title: 'Plans',
  organisation: { name: 'Borough of Ashmere', colour: '#0b4f54' },
  person: { name: 'Jo Hart', role: 'Editor' },
  navigation: [
    { text: 'Today', href: '/' },
    { text: 'Plans', href: '/plans', current: true },
  ],
  csrfToken: 'token',
};

const problem = { title: 'Page not found', text: 'Check the address.', signedIn: true };

test('the title names page, organisation and product', () => {
  assert.match(renderPage('layout.njk', {}, frame), /<title>Plans – Borough of Ashmere – Commsgrid<\/title>/);
});

test('errors are summed up first, and said in the title', () => {
  const html = renderPage('layout.njk', { errors: [{ text: 'Enter a name', href: '#name' }] }, frame);
  assert.match(html, /<title>Error: Plans/);
  assert.match(html, /<a href="#name">Enter a name<\/a>/);
});

test('only the place where one is is current', () => {
  const html = renderPage('layout.njk', {}, frame);
  assert.equal(html.match(/aria-current="page"/g)!.length, 1);
  assert.match(html, /href="\/plans" aria-current="page"/);
});

test('signing out is an act, so a form with its token', () => {
  assert.match(
    renderPage('layout.njk', {}, frame),
    /<form method="post" action="\/sign-out">\s*<input type="hidden" name="_csrf" value="token">/,
  );
});

test('the hashes allow exactly the inline scripts of the page', () => {
  const scripts = [...renderPage('layout.njk', {}, frame).matchAll(/<script>([^<]*)<\/script>/g)];
  const hashes = scripts.map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  );
  assert.ok(hashes.length > 0);
  assert.deepEqual(hashes, inlineScriptHashes());
});

test('what people wrote is never taken for markup', () => {
  const html = renderPage(
    'layout.njk',
    {},
    {
      ...frame,
      title: '<script>alert(1)</script>',
      organisation: { name: '"><img>' },
      notice: { kind: 'info', text: '<b>bold</b>' },
      trail: [{ text: '<i>', href: '"onclick="x' }],
    },
  );
  assert.doesNotMatch(html, /<script>alert|"><img>|<b>bold|<i>|"onclick/);
});

test('a marking is printed, at its level, on every sheet of paper', () => {
  const html = renderPage('layout.njk', {}, { ...frame, marking: 'OFFICIAL-SENSITIVE: COMMERCIAL' });
  assert.match(html, /<body class="[^"]*cg-marked--official-sensitive"/);
});

for (const signedIn of [true, false]) {
  test(`a problem has a page of its own for people who are ${signedIn ? '' : 'not '}signed in`, () => {
    const facts = { ...problem, signedIn, reference: signedIn ? 'r-1' : undefined };
    const html = renderPage(
      'problem.njk',
      facts,
      signedIn ? { ...frame, title: problem.title } : { title: problem.title },
    );
    assert.deepEqual(checkPage(html, { path: '/gone', status: 404 }), []);
    assert.equal(html.includes('cg-navigation'), signedIn);
    assert.equal(html.includes('Reference:'), signedIn);
  });
}

test('a view can be rendered without a frame', () => {
  assert.match(renderView('previews/chips.njk', {}), /^\s*<ul class="cg-chips">/);
});

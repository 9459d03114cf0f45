import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPage } from '../../../tests/support/page-checker.ts';
import { componentPreviews, previewPage } from './dev-previews.ts';
import { folders } from './sheets.ts';

test('the previews keep the house rules of accessible markup', () => {
  assert.deepEqual(checkPage(previewPage(componentPreviews()), { path: '/dev', status: 200 }), []);
});

test('every component has a preview, and so an example of its call', () => {
  const shownOnlyWithErrors = ['error-summary.njk'];
  const components = readdirSync(join(folders.templates, 'components'));
  const previews = componentPreviews().map(preview => `${preview.name}.njk`);
  assert.deepEqual(
    components.filter(file => !previews.includes(file)),
    shownOnlyWithErrors,
  );
});

test('a preview from elsewhere is shown beside them', () => {
  const html = previewPage([{ name: 'daily-message', html: '<p>Three things for you</p>', about: 'email' }]);
  assert.match(html, /id="daily-message"/);
  assert.match(html, /Three things for you/);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { openDocumentFile } from '../../../tests/support/open-document.ts';
import { openDocument, Unreadable } from '../open.ts';
import { readOds } from './read-sheets.ts';

const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (texts: string[], attributes = '') =>
  `<table:table-row ${attributes}>${texts.map(text => (text ? cell(text) : '<table:table-cell/>')).join('')}</table:table-row>`;
const sheet = (name: string, inside: string, style = '') =>
  `<table:table table:name="${name}" table:style-name="${style}">${inside}</table:table>`;
const file = (body: string, automatic = '') => openDocumentFile('spreadsheet', { body, automatic });
const seen = (bytes: Uint8Array) =>
  readOds(bytes).blocks.map(block =>
    block.kind === 'table'
      ? block.rows.map(one => one.cells.map(two => two.paragraphs.map(({ text }) => text).join('\n')))
      : block.text,
  );
const asides = (bytes: Uint8Array) => readOds(bytes).asides.map(({ where, text }) => `${where}: ${text}`);

const PLAN = row(['Action', 'When']) + row(['Newsletter', 'Monthly']);

test('values stand as they print, and a million empty rows cost nothing', () => {
  const value =
    '<table:table-cell office:value-type="date" office:date-value="2025-04-01"><text:p>1 April 2025</text:p></table:table-cell>';
  const body = sheet(
    'Plan',
    `${row(['Ashmere plan'])}<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>${row(['Action', 'When'])}<table:table-row>${cell('Launch')}${value}</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
  );
  assert.deepEqual(seen(file(body)), [
    'Ashmere plan',
    [
      ['Action', 'When'],
      ['Launch', '1 April 2025'],
    ],
  ]);
  const table = readOds(file(body)).blocks[1];
  assert.equal(table?.kind === 'table' && table.rows[1]?.where, 'sheet “Plan”, row 5');
});

test('rows and cells that come several times are read as often', () => {
  const body = sheet(
    'Plan',
    `${row(['Action', 'When'])}<table:table-row table:number-rows-repeated="2">${cell('same', 'table:number-columns-repeated="2"')}</table:table-row>`,
  );
  assert.deepEqual(seen(file(body)), [
    [
      ['Action', 'When'],
      ['same', 'same'],
      ['same', 'same'],
    ],
  ]);
});

test('merged cells, notes, shapes, and what is hidden', () => {
  const automatic =
    '<style:style style:family="table" style:name="off"><style:table-properties table:display="false"/></style:style>';
  const covered = '<table:covered-table-cell/>';
  const body = `${sheet(
    'Plan',
    `<table:shapes><draw:custom-shape><text:p>Key</text:p></draw:custom-shape></table:shapes><table:table-column/><table:table-column/><table:table-column table:visibility="collapse"/>
    <table:table-row>${cell('Action')}${cell('When')}${cell('Private')}</table:table-row>
    <table:table-row>${cell('Newsletter', 'table:number-rows-spanned="2"')}${cell('Monthly<office:annotation><dc:creator>Jo</dc:creator><text:p>really?</text:p></office:annotation>')}${cell('x')}</table:table-row>
    <table:table-row>${covered}<table:table-cell><office:annotation><dc:date>2025</dc:date><text:p>and here</text:p></office:annotation><text:p>Weekly</text:p></table:table-cell></table:table-row>
    ${row(['Gone', 'Daily'], 'table:visibility="collapse"')}${row(['Filtered', 'Daily'], 'table:visibility="filter"')}`,
  )}${sheet('Lists', row(['Red']) + row(['Green']), 'off')}`;
  assert.deepEqual(seen(file(body, automatic)), [
    [
      ['Action', 'When'],
      ['Newsletter', 'Monthly'],
      ['', 'Weekly'],
      ['Filtered', 'Daily'],
    ],
  ]);
  assert.deepEqual(asides(file(body, automatic)), [
    'hidden columns of row 1 of sheet “Plan”: Private',
    'hidden columns of row 2 of sheet “Plan”: x',
    'hidden row 4 of sheet “Plan”: Gone | Daily',
    'comment on sheet “Plan”: really?',
    'note on sheet “Plan”: and here',
    'text box on sheet “Plan”: Key',
    'hidden sheet “Lists”: Red\nGreen',
  ]);
});

test('several sheets stand under their names', () => {
  assert.deepEqual(
    seen(file(sheet('Media', PLAN) + sheet('Events', PLAN))).filter(one => typeof one === 'string'),
    ['Media', 'Events'],
  );
});

const refused = async (bytes: Uint8Array, name = 'plan.ods') =>
  openDocument(bytes, name).then(
    () => 'opened',
    fault => {
      assert.ok(fault instanceof Unreadable, `threw ${fault}`);
      return fault.message;
    },
  );

test('what cannot be read is refused with one clear sentence', async () => {
  assert.equal(await refused(file(sheet('Plan', PLAN))), 'opened');
  assert.match(await refused(file(sheet('Plan', PLAN)), 'plan.odt'), /it is an OpenDocument spreadsheet/);
  const wide = `<table:table-row>${cell('x', 'table:number-columns-repeated="10000"')}</table:table-row>`;
  assert.match(await refused(file(sheet('Plan', wide))), /10000 columns/);
  const endless = `<table:table-row table:number-rows-repeated="1048576">${cell('x', 'table:number-columns-repeated="3"')}</table:table-row>`;
  assert.match(await refused(file(sheet('Plan', endless))), /far more than a plan/);
  const locked = openDocumentFile('spreadsheet', { body: '', manifest: '<manifest:encryption-data/>' });
  assert.match(await refused(locked), /protected by a password/);
  assert.match(await refused(file('')), /no words/);
});

test('every truncation is refused, and every changed byte is read or refused', async () => {
  const bytes = file(sheet('Plan', PLAN));
  for (let length = 4; length < bytes.length; length += 17)
    assert.match(await refused(bytes.subarray(0, length)), /damaged/, `at ${length}`);
  for (let at = 0; at < bytes.length; at += 3) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    assert.ok(await refused(changed));
  }
});

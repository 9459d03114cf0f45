import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage } from '../../src/platform/govuk/views.ts';
import { checkPage, pageWarnings } from './page-checker.ts';

const WELL = renderPage(
  'layout.njk',
  {},
  {
    title: 'Plans',
    organisation: { name: 'Borough of Ashmere', colour: '#0b4f54' },
    person: { name: 'Jo Hart', role: 'Editor' },
    navigation: [{ text: 'Plans', href: '/plans', current: true }],
    csrfToken: 'token',
  },
);

/** A page of ours whose content is the sample. */
function pageWith(content: string, { heading = '<h1>Plans</h1>', title = '' } = {}): string {
  const filled = WELL.replace('</main>', () => `${heading}${content}</main>`);
  return title ? filled.replace(/<title>[^<]*</, () => `<title>${title}<`) : filled;
}

function faultsOf(html: string, status = 200): string[] {
  return checkPage(html, { path: '/sample', status });
}

test('a page of ours has no faults', () => {
  assert.deepEqual(faultsOf(pageWith('<p>Nothing is due.</p>')), []);
});

test('a fault names the address and the status', () => {
  assert.match(faultsOf(pageWith('<a href="/x"></a>'))[0]!, /^\/sample \(200\): a link has no text/);
});

const ERROR_SUMMARY =
  '<div class="govuk-error-summary"><h2>There is a problem</h2><a href="#name">Enter a name</a></div>';
const NAME = '<label for="name">Name</label><input id="name">';
const HEAD = '<caption>Lines</caption><thead><tr><th scope="col">Audience</th></tr></thead>';

const SAMPLES: { rule: string; html: string; fault: RegExp; status?: number }[] = [
  { rule: 'one h1', html: pageWith('<h1>Again</h1>'), fault: /there are 2 h1/ },
  { rule: 'an h1 at all', html: pageWith('', { heading: '' }), fault: /there are 0 h1/ },
  { rule: 'words in the h1', html: pageWith('', { heading: '<h1> </h1>' }), fault: /the h1 is empty/ },
  { rule: 'a title', html: pageWith('', { title: ' ' }), fault: /the title is empty/ },
  {
    rule: 'a title of its own',
    html: pageWith('', { title: ' – Borough – Commsgrid' }),
    fault: /the title is empty/,
  },
  {
    rule: 'errors in the title',
    html: pageWith(ERROR_SUMMARY + NAME),
    fault: /does not begin with "Error: "/,
  },
  {
    rule: 'no errors in the title without any',
    html: pageWith('', { title: 'Error: Plans' }),
    fault: /no error summary/,
  },
  { rule: 'errors are shown with 422', html: pageWith(''), status: 422, fault: /422, but no error summary/ },
  {
    rule: 'error links lead somewhere',
    html: pageWith(ERROR_SUMMARY, { title: 'Error: Plans' }),
    fault: /leads to "#name"/,
  },
  { rule: 'language', html: pageWith('').replace('lang="en"', ''), fault: /lang="en" or/ },
  { rule: 'labels', html: pageWith('<input id="x" name="x">'), fault: /a field has no label/ },
  { rule: 'labels of selects', html: pageWith('<select name="x"></select>'), fault: /a field has no label/ },
  {
    rule: 'labels with words',
    html: pageWith('<label for="x"></label><textarea id="x"></textarea>'),
    fault: /no label/,
  },
  { rule: 'labels for something', html: pageWith('<label for="gone">Name</label>'), fault: /for "gone"/ },
  { rule: 'unique ids', html: pageWith('<p id="a"></p><p id="a"></p>'), fault: /"a" stands more than once/ },
  { rule: 'csrf', html: pageWith('<form method="post"></form>'), fault: /without a csrf token/ },
  {
    rule: 'csrf with a value',
    html: pageWith('<form method="POST"><input type="hidden" name="_csrf" value=""></form>'),
    fault: /without a csrf token/,
  },
  {
    rule: 'files as multipart',
    html: pageWith('<form><input type="file" aria-label="File"></form>'),
    fault: /multipart/,
  },
  {
    rule: 'no nested links',
    html: pageWith('<a href="/x">x <button>y</button></a>'),
    fault: /inside another/,
  },
  { rule: 'legends', html: pageWith('<fieldset></fieldset>'), fault: /no legend/ },
  {
    rule: 'no style attributes',
    html: pageWith('<p style="color:red">x</p>'),
    fault: /a style attribute is blocked/,
  },
  { rule: 'no inline sheets', html: pageWith('<style>p{}</style>'), fault: /inline style sheet/ },
  {
    rule: 'no inline scripts',
    html: pageWith('<script>alert(1)</script>'),
    fault: /inline script is blocked/,
  },
  { rule: 'no handlers', html: pageWith('<p onclick="x()">x</p>'), fault: /event handler onclick/ },
  { rule: 'no script addresses', html: pageWith('<a href="javascript:x()">x</a>'), fault: /is a script/ },
  {
    rule: 'nothing from elsewhere',
    html: pageWith('<img alt="" src="https://example.org/x.png">'),
    fault: /from elsewhere/,
  },
  { rule: 'alt', html: pageWith('<img src="/x.png">'), fault: /no alt/ },
  { rule: 'drawings', html: pageWith('<svg></svg>'), fault: /neither hidden/ },
  { rule: 'link text', html: pageWith('<a href="/x"> </a>'), fault: /a link has no text/ },
  {
    rule: 'link text that says something',
    html: pageWith('<a href="/x">click here</a>'),
    fault: /does not say where/,
  },
  { rule: 'more is not enough', html: pageWith('<a href="/x">Read more</a>'), fault: /does not say where/ },
  { rule: 'button text', html: pageWith('<button></button>'), fault: /a button has no text/ },
  { rule: 'heading order', html: pageWith('<h3>Deep</h3>'), fault: /skips from h1 to h3/ },
  {
    rule: 'table headings',
    html: pageWith('<table><caption>x</caption><tr><td>1</td></tr></table>'),
    fault: /a table has no headings/,
  },
  {
    rule: 'scope',
    html: pageWith('<table><caption>x</caption><tr><th>When</th></tr></table>'),
    fault: /"When" of a table has no scope/,
  },
  {
    rule: 'caption',
    html: pageWith('<table><tr><th scope="col">When</th></tr></table>'),
    fault: /no caption/,
  },
  {
    rule: 'column headings with words',
    html: pageWith('<table><caption>x</caption><thead><tr><th scope="col"></th></tr></thead></table>'),
    fault: /empty heading/,
  },
  { rule: 'aria targets', html: pageWith('<p aria-describedby="gone">x</p>'), fault: /points to gone/ },
  { rule: 'undefined', html: pageWith('<p>Due undefined</p>'), fault: /prints "undefined"/ },
  { rule: 'objects', html: pageWith('<p>[object Object]</p>'), fault: /prints "\[object Object\]"/ },
  { rule: 'NaN', html: pageWith('<p>NaN%</p>'), fault: /prints "NaN"/ },
  { rule: 'braces', html: pageWith('<p>{{ plan.title }}</p>'), fault: /prints "\{\{"/ },
  {
    rule: 'undefined in an address',
    html: pageWith('<a href="/plans/undefined">Plan</a>'),
    fault: /an attribute holds/,
  },
  {
    rule: 'null in an address',
    html: pageWith('<a href="/plans/null">Plan</a>'),
    fault: /an attribute holds/,
  },
  {
    rule: 'main',
    html: pageWith('')
      .replace(/<main/g, '<div')
      .replace(/<\/main>/g, '</div>'),
    fault: /0 main landmarks/,
  },
  {
    rule: 'skip link',
    html: pageWith('').replace('govuk-skip-link', 'gone'),
    fault: /there is no skip link/,
  },
  {
    rule: 'skip link leads somewhere',
    html: pageWith('').replace('id="main-content"', ''),
    fault: /leads to #main-content/,
  },
];

for (const { rule, html, fault, status } of SAMPLES) {
  test(`finds a fault against: ${rule}`, () => {
    assert.ok(
      faultsOf(html, status).some(found => fault.test(found)),
      `expected ${fault}, found: ${faultsOf(html, status).join('\n') || 'nothing'}`,
    );
  });
}

test('what people typed into a field may say anything', () => {
  assert.deepEqual(
    faultsOf(pageWith('<label for="a">Comments</label><textarea id="a">undefined {{ x }}</textarea>')),
    [],
  );
});

test('errors that are shown properly are no fault', () => {
  assert.deepEqual(faultsOf(pageWith(ERROR_SUMMARY + NAME, { title: 'Error: Plans' }), 422), []);
});

test('rows that read the same and lead elsewhere are a warning', () => {
  const row = (words: string, href: string) => `<tr><th scope="row"><a href="${href}">${words}</a></th></tr>`;
  const table = (rows: string) => pageWith(`<table>${HEAD}<tbody>${rows}</tbody></table>`);
  const alike = table(row('Boards', '/1') + row('Boards', '/2'));
  assert.deepEqual(faultsOf(alike), []);
  assert.match(pageWarnings(alike)[0]!, /"Boards" leads to 2 different places/);
  assert.deepEqual(pageWarnings(table(row('Boards', '/1') + row('Boards <span>line 2</span>', '/2'))), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import nunjucks from 'nunjucks';
import { pageLinks } from '../page-links.ts';
import { folders } from '../sheets.ts';
import { drawPageList } from './page-list.ts';

const govuk = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders.govuk), { autoescape: true });

/** As the macro draws it that this takes the place of. */
const asGovuk = (facts: object): string =>
  govuk.renderString(
    '{% from "govuk/components/pagination/macro.njk" import govukPagination %}{{ govukPagination(facts) }}',
    { facts },
  );

/** What a browser makes of it: white space between elements aside. */
const plain = (html: string): string =>
  parse(html)
    .toString()
    .replace(/\s+/g, ' ')
    .replace(/\s*([<>])\s*/g, '$1')
    .trim();

test('the way to other pages is what GOV.UK draws, wherever one stands', () => {
  for (const [total, page] of [
    [60, 1],
    [60, 2],
    [5000, 1],
    [5000, 4],
    [5000, 50],
    [5000, 100],
  ] as const) {
    const { items, previous, next, words } = pageLinks(
      { total, page, size: 50 },
      at => `/list?q="&page=${at}`,
    );
    const label = 'Pages of <lines>';
    const drawn = drawPageList({ items, words, ...(previous && { previous }), ...(next && { next }) }, label);
    assert.equal(plain(drawn), plain(asGovuk({ items, previous, next, landmarkLabel: label })), `${page}`);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import nunjucks from 'nunjucks';
import { type Imported, makeMacrosOnce } from './macros-once.ts';

makeMacrosOnce(nunjucks.Template.prototype as unknown as Imported);

/** Views by their names; `made` says how often the file of macros was run. */
function views(files: Record<string, string>) {
  let made = 0;
  const getSource = (name: string) => ({ src: files[name]!, path: name, noCache: false });
  const environment = new nunjucks.Environment({ getSource }, { autoescape: true });
  environment.addGlobal('making', () => {
    made++;
    return '';
  });
  environment.addFilter('strict', value => {
    if (value === 'wrong') throw new Error('This cannot be shown.');
    return value;
  });
  return { render: (view: string, facts: object) => environment.render(view, facts), made: () => made };
}

const FILES = {
  'macros.njk': `{% set begun = making() %}{% from "inner.njk" import bold %}{% macro greet(name) %}{{ bold(name | strict) }}{{ caller() if caller }}, {{ who }}!{% endmacro %}`,
  'inner.njk': '{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}',
  'page.njk':
    '{% from "macros.njk" import greet %}{{ greet(who) }}{% call greet(who) %} and {{ who }}{% endcall %}',
  'other.njk': '{% import "macros.njk" as macros %}{{ macros.greet(who) }}',
  'knowing.njk': '{% from "macros.njk" import greet with context %}{{ greet("Ada") }}',
};

test('macros are made once for all pages, which see only what is their own', () => {
  const { render, made } = views(FILES);
  assert.equal(render('page.njk', { who: 'Ada' }), '<b>Ada</b>, !<b>Ada</b> and Ada, !');
  assert.equal(
    render('page.njk', { who: '<Bo>' }),
    '<b>&lt;Bo&gt;</b>, !<b>&lt;Bo&gt;</b> and &lt;Bo&gt;, !',
  );
  assert.equal(render('other.njk', { who: 'Cy' }), '<b>Cy</b>, !');
  assert.equal(made(), 1);
});

test('a page that failed within a macro leaves nothing behind for the next', () => {
  const { render } = views(FILES);
  for (const who of ['Ada', 'wrong', 'Bo']) {
    const page = () => render('page.njk', { who });
    if (who === 'wrong') assert.throws(page, /cannot be shown/);
    else assert.equal(page(), `<b>${who}</b>, !<b>${who}</b> and ${who}, !`);
  }
});

test('where a page gives its own names along, the macros are its own', () => {
  const { render, made } = views(FILES);
  assert.equal(render('knowing.njk', { who: 'Bo' }), '<b>Ada</b>, Bo!');
  assert.equal(render('knowing.njk', { who: 'Cy' }), '<b>Ada</b>, Cy!');
  assert.equal(made(), 2);
});

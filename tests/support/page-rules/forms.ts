import type { HTMLElement } from 'node-html-parser';
import { type Checked, forEach, oneLine, type PageRule, selection, tagOf } from './rule.ts';

const NEEDS_NO_LABEL = ['hidden', 'submit', 'button', 'reset', 'image'];

export const FORM_RULES: PageRule[] = [
  forEach('input, select, textarea', (field, page) => {
    if (NEEDS_NO_LABEL.includes(field.getAttribute('type') ?? '')) return undefined;
    return isLabelled(field, page) ? undefined : `a field has no label: ${tagOf(field)}`;
  }),
  forEach('label[for]', (label, { ids }) =>
    ids.has(label.getAttribute('for')!)
      ? undefined
      : `the label "${oneLine(label.textContent)}" is for "${label.getAttribute('for')}", which is not there`,
  ),
  forEach('.govuk-error-summary a', (link, { ids }) => {
    const target = link.getAttribute('href') ?? '';
    return target.startsWith('#') && ids.has(target.slice(1))
      ? undefined
      : `the error "${oneLine(link.textContent)}" leads to "${target}", which is not there`;
  }),
  forEach('form', form => {
    if (form.getAttribute('method')?.toLowerCase() !== 'post') return undefined;
    const token = form.querySelector('input[name="_csrf"]');
    return token?.getAttribute('type') === 'hidden' && token.getAttribute('value')
      ? undefined
      : `a form posts without a csrf token: ${tagOf(form)}`;
  }),
  forEach('form', form =>
    form.querySelector('input[type="file"]') && form.getAttribute('enctype') !== 'multipart/form-data'
      ? `a form with a file field is not sent as multipart/form-data: ${tagOf(form)}`
      : undefined,
  ),
  forEach(
    'form form, a a, a button, button a, a input',
    element => `${tagOf(element)} stands inside another of its kind, which browsers break apart`,
  ),
  forEach('fieldset', fieldset =>
    oneLine(fieldset.querySelector('legend')?.textContent ?? '')
      ? undefined
      : `a fieldset has no legend: ${tagOf(fieldset)}`,
  ),
];

const labels = selection('label');

function isLabelled(field: HTMLElement, page: Checked): boolean {
  if (field.getAttribute('aria-label')?.trim() || field.getAttribute('aria-labelledby')) return true;
  const id = field.getAttribute('id');
  const own = labels(page).find(label => id && label.getAttribute('for') === id) ?? field.closest('label');
  return Boolean(own && oneLine(own.textContent));
}

import type { HTMLElement } from 'node-html-parser';
import { forEach, hasId, oneLine, type PageRule, tagOf } from './rule.ts';

const NEEDS_NO_LABEL = ['hidden', 'submit', 'button', 'reset', 'image'];

export const FORM_RULES: PageRule[] = [
  forEach('input, select, textarea', (field, { root }) => {
    if (NEEDS_NO_LABEL.includes(field.getAttribute('type') ?? '')) return undefined;
    return isLabelled(field, root) ? undefined : `a field has no label: ${tagOf(field)}`;
  }),
  forEach('label[for]', (label, { root }) =>
    hasId(root, label.getAttribute('for')!)
      ? undefined
      : `the label "${oneLine(label.textContent)}" is for "${label.getAttribute('for')}", which is not there`,
  ),
  forEach('.govuk-error-summary a', (link, { root }) => {
    const target = link.getAttribute('href') ?? '';
    return target.startsWith('#') && hasId(root, target.slice(1))
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

function isLabelled(field: HTMLElement, root: HTMLElement): boolean {
  if (field.getAttribute('aria-label')?.trim() || field.getAttribute('aria-labelledby')) return true;
  const id = field.getAttribute('id');
  const labels = root.querySelectorAll('label');
  const own = labels.find(label => id && label.getAttribute('for') === id) ?? field.closest('label');
  return Boolean(own && oneLine(own.textContent));
}

import type { HTMLElement } from 'node-html-parser';
import type { Client, Fields, Response } from './client.ts';

/** What a browser would send of a form that nobody touched: no buttons, no ticks that are not set, no files. */
export function fieldsOf(form: HTMLElement): Fields {
  const fields: Record<string, string[]> = {};
  for (const field of form.querySelectorAll('input[name], select[name], textarea[name]')) {
    const value = sentValue(field);
    const name = field.getAttribute('name')!;
    if (value !== undefined) fields[name] = [...(fields[name] ?? []), value];
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length > 1 ? values : values[0]!]),
  );
}

function sentValue(field: HTMLElement): string | undefined {
  const type = field.getAttribute('type');
  if (type === 'file') return undefined;
  if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) return undefined;
  if (field.tagName === 'TEXTAREA') return field.text.replace(/^\n/, '');
  const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
  return (chosen ?? field).getAttribute('value') ?? '';
}

/** Sends the form of a page that goes to `action` (by default the page's own address), with some of its fields changed. */
export function sendForm(
  client: Client,
  page: Response,
  changed: Fields = {},
  action = page.path,
): Promise<Response> {
  const form = page.dom.querySelectorAll('form').find(one => one.getAttribute('action') === action);
  if (!form) throw new Error(`${page.path} has no form that goes to ${action}.`);
  return client.post(action, { ...fieldsOf(form), ...changed });
}

import type { HTMLElement } from 'node-html-parser';
import type { Fields, Person } from '../../support/site.ts';

/** A form as a page gives it, filled in as the page fills it in. */
export type Form = { action: string; fields: Fields };

/** Every page that one person can walk to, by links and by the first of each form's addresses. */
export async function walk(
  person: Person,
  from: string[],
  most = MOST,
): Promise<{ addresses: string[]; forms: Form[] }> {
  const waiting = [...from];
  const seen = new Set<string>(waiting);
  const forms: Form[] = [];
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const page = await person.get(address);
    for (const form of page.dom.querySelectorAll('form'))
      if (form.getAttribute('method')?.toLowerCase() === 'post') forms.push(readForm(form, address));
    for (const link of page.dom.querySelectorAll('a[href^="/"]')) {
      const href = link.getAttribute('href')!.split('#')[0]!.replaceAll('&amp;', '&');
      if (seen.has(href) || seen.size > most || href.startsWith('/assets')) continue;
      seen.add(href);
      waiting.push(href);
    }
  }
  return { addresses: [...seen], forms };
}

/** More pages than two small plans and two readings have. */
const MOST = 400;

function readForm(form: HTMLElement, page: string): Form {
  const fields: Fields = {};
  for (const field of form.querySelectorAll('input[name], select[name], textarea[name], button[name]')) {
    const name = field.getAttribute('name')!;
    if (name === '_csrf' || field.getAttribute('type') === 'file') continue;
    const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
    fields[name] = (chosen ?? field).getAttribute('value') ?? field.text;
  }
  return { action: form.getAttribute('action') || page, fields };
}

import type { PageError } from './frame.ts';

/** What a view says of a form field; components/form.njk turns it into the parameters of the GOV.UK macros. */
export type Field = {
  name: string;
  label: string;
  hint?: string;
  /** The language of the label and the hint, where it is not the page's. */
  lang?: string;
  /** The label is the page's h1. */
  title?: boolean;
  inline?: boolean;
  small?: boolean;
};

type Choice = {
  value?: string;
  text?: string;
  divider?: string;
  hint?: string;
  conditional?: string;
  lang?: string;
};

/** The message of one field, as the GOV.UK macros want it; undefined when its answer is well. */
export function errorFor(
  errors: PageError[] | undefined,
  field: string,
): { text: string; visuallyHiddenText?: string } | undefined {
  const error = errors?.find(one => one.href === `#${field}`);
  return error && { text: error.text, ...(error.heard && { visuallyHiddenText: error.heard }) };
}

export function labelOf(field: Field): object {
  return {
    text: field.label,
    classes: field.title ? 'govuk-label--l' : 'cg-label',
    isPageHeading: field.title,
    ...spokenIn(field.lang),
  };
}

export function legendOf(field: Field): object {
  return {
    text: field.label,
    classes: field.title ? 'govuk-fieldset__legend--l' : 'cg-label',
    isPageHeading: field.title,
  };
}

export function hintOf(field: Field): object | undefined {
  return field.hint ? { text: field.hint, ...spokenIn(field.lang) } : undefined;
}

/** As the GOV.UK macros say attributes; nothing where the words are in the page's language. */
const spokenIn = (lang: string | undefined): object => (lang ? { attributes: { lang } } : {});

/** Radios or checkboxes: in one line, or small where there are many. */
export function classesOf(field: Field, kind: 'radios' | 'checkboxes'): string {
  return [field.inline && `govuk-${kind}--inline`, field.small && `govuk-${kind}--small`]
    .filter(Boolean)
    .join(' ');
}

export function choicesOf(items: Choice[]): object[] {
  return items.map(({ hint, conditional, lang, ...item }) => ({
    ...item,
    ...(lang && { label: spokenIn(lang) }),
    ...(hint && { hint: { text: hint, ...spokenIn(lang) } }),
    ...(conditional && { conditional: { html: conditional } }),
  }));
}

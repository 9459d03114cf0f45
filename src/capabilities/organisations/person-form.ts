import { z } from 'zod';
import { nameOf } from './named.ts';
import { LANGUAGES, PERSON_KIND_WORDS, PERSON_KINDS } from './person.ts';

const oneLine = (text: string): string => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();

/** '' where somebody has none. Addresses are compared in small letters, as mail systems in use do. */
export const personEmail = z
  .string()
  .default('')
  .transform(text => oneLine(text).toLowerCase())
  .refine(text => text.length <= 254, 'Enter an email address of 254 characters or fewer')
  .refine(
    text => text === '' || z.email().safeParse(text).success,
    'Enter an email address, like name@example.com',
  );

export const personPhone = z
  .string()
  .default('')
  .transform(oneLine)
  .refine(text => text.length <= 40, 'Enter a telephone number of 40 characters or fewer')
  .refine(text => /^[+()\d\s.x-]*$/i.test(text), 'Enter a telephone number, like 01632 960 001');

export const personKind = z.enum(PERSON_KINDS, 'Choose what kind of person this is');

export const personLanguage = z
  .string()
  .default('en')
  .refine(text => text in LANGUAGES, 'Choose a language that is offered');

/** A record that is chosen from a list; '' for none. */
export const chosen = z
  .string()
  .default('')
  .transform(text => text.toLowerCase() || null)
  .refine(id => id === null || z.uuid().safeParse(id).success, 'Choose one that is offered');

/** Somebody as they are named in a field: by name, or by email address where several have the name. */
export const whomTyped = z
  .string()
  .default('')
  .transform(text => oneLine(text).slice(0, 254));

export const personShape = z.object({
  name: nameOf('a name'),
  email: personEmail,
  phone: personPhone,
  language: personLanguage,
  kind: personKind,
  department: chosen,
  manager: whomTyped,
});

export const kindItems = PERSON_KINDS.map(value => ({ value, text: PERSON_KIND_WORDS[value] }));
export const languageItems = Object.entries(LANGUAGES).map(([value, text]) => ({ value, text }));

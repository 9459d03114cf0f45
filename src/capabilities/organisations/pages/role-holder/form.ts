import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers, readDay } from '../../../../platform/http/day-field.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { LANGUAGES } from '../../person.ts';
import {
  CONTACT_KINDS,
  CONTACT_WORDS,
  type ContactDetail,
  type ContactKind,
  type RoleHolderValues,
  USUAL_PURPOSE,
} from '../../role-holder.ts';
import { daysAnswers, readDays } from '../days-form.ts';
import { emailOrNone, line, neededLine, someLines } from '../place-fields.ts';

const shape = z.object({
  role: neededLine('the role, like chair', 60),
  name: neededLine('the name of whoever holds it', 120),
  language: z.string().default('en'),
  email: emailOrNone,
  phone: line(40),
  address: someLines(1000),
  ...Object.fromEntries(CONTACT_KINDS.map(kind => [`${kind}Purpose`, line(300)])),
});

/** What the form shows in a field, by the field's name; days by their three. */
export type HolderAnswers = Record<string, unknown>;

export type ReadHolder = { values?: RoleHolderValues; answers: HolderAnswers; errors: PageError[] };

export function readHolder(form: Record<string, unknown>): ReadHolder {
  const { value, errors = [], answers } = readForm(shape, form);
  const days = readDays(form);
  const kept = Object.fromEntries(CONTACT_KINDS.map(kind => [kind, readKept(form, kind)]));
  const all = [...errors, ...days.errors, ...CONTACT_KINDS.flatMap(kind => kept[kind]!.errors)];
  const shown = {
    ...answers,
    days: days.answers,
    kept: Object.fromEntries(CONTACT_KINDS.map(kind => [kind, kept[kind]!.answers])),
  };
  if (!value || all.length) return { answers: shown, errors: all };
  const purposes = value as unknown as Record<string, string>;
  const contact = CONTACT_KINDS.flatMap((kind): ContactDetail[] => {
    const purpose = purposes[`${kind}Purpose`] || USUAL_PURPOSE;
    return value[kind] ? [{ kind, value: value[kind], purpose, keepUntil: kept[kind]!.day }] : [];
  });
  const { role, name } = value;
  const language = value.language in LANGUAGES ? value.language : 'en';
  return {
    values: { role, name, language, startsOn: days.startsOn, endsOn: days.endsOn, contact },
    answers: shown,
    errors: [],
  };
}

const readKept = (form: Record<string, unknown>, kind: ContactKind) =>
  readDay(form, `${kind}-kept`, { asked: `the last day on which the ${CONTACT_WORDS[kind]} is kept` });

/** What the form shows of somebody as they stand. */
export function answersOf(holder: RoleHolderValues): HolderAnswers {
  const of = (kind: ContactKind) => holder.contact.find(detail => detail.kind === kind);
  return {
    role: holder.role,
    name: holder.name,
    language: holder.language,
    days: daysAnswers(holder),
    ...Object.fromEntries(CONTACT_KINDS.map(kind => [kind, of(kind)?.value ?? ''])),
    ...Object.fromEntries(CONTACT_KINDS.map(kind => [`${kind}Purpose`, of(kind)?.purpose ?? USUAL_PURPOSE])),
    kept: Object.fromEntries(CONTACT_KINDS.map(kind => [kind, dayAnswers(of(kind)?.keepUntil ?? null)])),
  };
}

export const emptyAnswers: HolderAnswers = answersOf({
  role: '',
  name: '',
  language: 'en',
  startsOn: null,
  endsOn: null,
  contact: [],
});

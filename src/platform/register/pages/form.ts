import type { PageError } from '../../govuk/frame.ts';
import type { EntryTyped } from '../actions.ts';
import type { Entry, Register, RegisterField } from '../register.ts';
import { identifierIn } from './which.ts';

const LONGEST_NAME = 300;
const LONGEST = 20_000;
const MOST_NAMES = 50;

export type ReadEntry = { typed: EntryTyped; errors: PageError[] };

/** The form of an entry as it was sent: one line for each other name. */
export function readEntry(register: Register, form: Record<string, unknown>): ReadEntry {
  const text = (name: string) =>
    typeof form[name] === 'string' ? form[name].replace(/\r\n?/g, '\n').trim() : '';
  const name = text('name').replace(/\s+/g, ' ');
  const names = text('also_called')
    .split('\n')
    .map(one => one.replace(/\s+/g, ' ').trim());
  const alsoCalled = [...new Set(names.filter(Boolean))];
  const values = Object.fromEntries(register.fields.map(field => [field.name, text(field.name)]));
  const errors = [
    ...(name ? [] : [problem('name', `Enter the name of the ${register.one}`)]),
    ...tooLong('name', name, LONGEST_NAME),
    ...(alsoCalled.length > MOST_NAMES
      ? [problem('also_called', `Enter ${MOST_NAMES} other names or fewer`)]
      : []),
    ...alsoCalled.flatMap(one => tooLong('also_called', one, LONGEST_NAME)).slice(0, 1),
    ...register.fields.flatMap(field => problemsOf(field, values[field.name]!)),
  ];
  return { typed: { name, alsoCalled, values }, errors };
}

const problem = (field: string, text: string): PageError => ({ href: `#${field}`, text });

const tooLong = (field: string, text: string, most: number): PageError[] =>
  text.length > most
    ? [problem(field, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)]
    : [];

function problemsOf({ name, kind, items, most, required }: RegisterField, value: string): PageError[] {
  if (required && !value) return [problem(name, required)];
  if (kind === 'choice' && !items?.some(item => item.value === value))
    return [problem(name, 'Choose one of these')];
  if (kind === 'owner' && value && !identifierIn(value))
    return [problem(name, 'Choose somebody of the list')];
  return tooLong(name, value, most ?? LONGEST);
}

/** What the form shows of an entry as it stands. */
export const asTyped = ({ name, alsoCalled, values }: Entry): EntryTyped => ({ name, alsoCalled, values });

export const emptyEntry = (register: Register): EntryTyped => ({
  name: '',
  alsoCalled: [],
  values: Object.fromEntries(register.fields.map(({ name, items }) => [name, items?.at(-1)?.value ?? ''])),
});

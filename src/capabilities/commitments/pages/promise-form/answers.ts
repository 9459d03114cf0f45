import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type DayAnswers, dayAnswers, readDay } from '../../../../platform/http/day-field.ts';

/** What was answered, by the names of the fields; a field of several ticks holds its values with commas. */
export type Answers = Record<string, string>;

export function answersIn(form: Record<string, unknown>): Answers {
  const shown = Object.entries(form).filter(([name]) => name !== '_csrf' && name !== 'act');
  return Object.fromEntries(shown.map(([name, value]) => [name, asText(value)]));
}

const asText = (value: unknown): string =>
  Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';

type Whole = { least: number; most: number; words: string; usual?: number };

/** Reads answers one by one, and keeps what is wrong with each beside its field. */
export class Reader {
  readonly errors: PageError[] = [];
  readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
  }

  wrong(field: string, text: string): undefined {
    this.errors.push({ href: `#${field}`, text });
  }

  text(field: string, words: string, most = 200): string | undefined {
    const typed = (this.answers[field] ?? '').trim();
    if (!typed) return this.wrong(field, words);
    return typed.length > most ? this.wrong(field, `Use ${most} characters or fewer`) : typed;
  }

  whole(field: string, { least, most, words, usual }: Whole): number | undefined {
    const typed = (this.answers[field] ?? '').trim();
    if (!typed && usual !== undefined) return usual;
    const number = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
    return number >= least && number <= most ? number : this.wrong(field, words);
  }

  one<T extends string>(field: string, choices: readonly T[], words: string): T | undefined {
    return choices.find(choice => choice === this.answers[field]) ?? this.wrong(field, words);
  }

  some<T extends string>(field: string, choices: readonly T[]): T[] {
    const ticked = new Set((this.answers[field] ?? '').split(','));
    return choices.filter(choice => ticked.has(choice));
  }

  lines(field: string, words: string): string[] {
    const typed = (this.answers[field] ?? '')
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(Boolean);
    if (!typed.length) this.wrong(field, words);
    return typed.slice(0, 100);
  }

  ticked = (field: string): boolean => this.answers[field] === 'yes';

  day(field: string, asked: string, needed = false): Temporal.PlainDate | null {
    const { day, errors } = readDay(this.answers, field, { asked, needed });
    this.errors.push(...errors);
    return day;
  }
}

/** The three fields of a day, named as they are sent. */
export function dayFields(name: string, iso: string | undefined): Answers {
  const { day, month, year } = dayAnswers(iso ? Temporal.PlainDate.from(iso) : null);
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

export const dayOf = (answers: Answers, name: string): DayAnswers => ({
  day: answers[`${name}-day`] ?? '',
  month: answers[`${name}-month`] ?? '',
  year: answers[`${name}-year`] ?? '',
});

import type { z } from 'zod';
import type { PageError } from '../govuk/frame.ts';

/** What was sent, read; or what is wrong with it, field by field, beside the answers as given. */
export type ReadForm<T> =
  | { value: T; errors?: undefined; answers: Record<string, string> }
  | { value?: undefined; errors: PageError[]; answers: Record<string, string> };

/**
 * Reads a form against its shape. The messages of the shape are shown as they stand, so they say what to do
 * ("Enter a name"). One message a field: the first.
 */
export function readForm<Shape extends z.ZodType>(
  shape: Shape,
  form: Record<string, unknown>,
): ReadForm<z.output<Shape>> {
  const answers = asAnswers(form);
  const read = shape.safeParse(form, { error: wordsForMissing });
  if (read.success) return { value: read.data, answers };
  const first = new Map<string, string>();
  for (const issue of read.error.issues) {
    const field = issue.path.join('-') || 'form';
    if (!first.has(field)) first.set(field, issue.message);
  }
  return { errors: [...first].map(([field, text]) => ({ href: `#${field}`, text })), answers };
}

/** A field that was not sent, or sent twice, comes from no page of ours; the shape's own messages go before this one. */
const wordsForMissing = ({ code }: { code?: string }): string | undefined =>
  code === 'invalid_type' ? 'Answer this question' : undefined;

/** A problem that only the server could find ("That email address already has an account"). */
export const fieldProblem = (field: string, text: string): PageError[] => [{ href: `#${field}`, text }];

function asAnswers(form: Record<string, unknown>): Record<string, string> {
  const shown = Object.entries(form).filter(([name]) => name !== '_csrf' && !/password/i.test(name));
  return Object.fromEntries(shown.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}

import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Draw, placesCalled } from '../../../organisations/index.ts';

const line = (most: number) =>
  z
    .string()
    .transform(text => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .refine(text => text.length <= most, `Enter ${most} characters or fewer`)
    .default('');

const shape = z.object({
  of: z.enum(['bodies', 'areas'], 'Choose whether they are bodies or areas'),
  kind: line(60).transform(text => text.toLowerCase()),
  named: line(120),
  within: z.uuid().nullable().catch(null),
  one: line(160),
  role: line(60),
});

export type ReadDraw = { draw?: Draw; answers: Record<string, string>; errors: PageError[] };

/** What was asked for; one that was named by itself is looked up. */
export async function readDraw(within: Within, form: Record<string, unknown>): Promise<ReadDraw> {
  const { value, errors = [], answers } = readForm(shape, form);
  if (!value) return { answers, errors };
  const { one, ...rest } = value;
  if (!one) return { draw: { ...rest, one: null }, answers, errors: [] };
  const found = await placesCalled(within, value.of, one);
  if (found.length === 1) {
    const [id] = found;
    return {
      draw: { of: value.of, kind: '', named: '', within: null, one: id!, role: value.role },
      answers,
      errors: [],
    };
  }
  const what = value.of === 'bodies' ? 'body' : 'area';
  const text = found.length
    ? `Several are called “${one}”. Use the kind and the area above instead`
    : `No ${what} is called “${one}”. Enter its name as it stands in the directory`;
  return { answers, errors: fieldProblem('one', text) };
}

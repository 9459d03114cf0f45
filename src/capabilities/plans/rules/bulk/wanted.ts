import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { STATES } from '../../../../reading/reading.ts';
import { MARKINGS } from '../../plan.ts';
import { LONGEST_NAME } from '../line-owners.ts';
import { LONGEST_TAG, tagIn } from '../tags.ts';

/** What somebody wants of many lines at once; what is not named stays as each line has it. */
export type Wanted = z.output<typeof wantedShape>;

const stored = {
  state: z.enum(STATES).optional(),
  /** The words of the timing column. */
  when: z.string().optional(),
  /** Who is to be accountable; '' for nobody. */
  accountable: z.string().optional(),
  addTag: z.string().optional(),
  removeTag: z.string().optional(),
  marking: z.enum(MARKINGS).optional(),
  /** Markings may also be lowered. */
  lower: z.literal(true).optional(),
};

export const wantedShape = z.object(stored);

/** Characters, of a cell that is the same in many lines. */
const LONGEST_WHEN = 2_000;

const text = z
  .string()
  .catch('')
  .transform(typed => typed.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim());
const oneLine = text.transform(typed => typed.replace(/\s+/g, ' '));
const choice = <Value extends string>(values: readonly Value[]) =>
  z.union([z.enum(values), z.literal('').transform(() => undefined)]).catch(undefined);
const tag = (name: string) =>
  oneLine
    .transform(tagIn)
    .pipe(z.string().max(LONGEST_TAG, `${name} must be ${LONGEST_TAG} characters or fewer`));

const form = z.object({
  state: choice(STATES),
  when: text.pipe(z.string().max(LONGEST_WHEN, 'When must be 2,000 characters or fewer')),
  accountable: oneLine.pipe(
    z.string().max(LONGEST_NAME, `The name must be ${LONGEST_NAME} characters or fewer`),
  ),
  nobody: z.literal('yes').optional().catch(undefined),
  addTag: tag('The tag'),
  removeTag: tag('The tag'),
  marking: choice(MARKINGS),
  lower: z.literal('yes').optional().catch(undefined),
});

/** What the form says, or what is wrong with it. */
export function readWanted(
  sent: Record<string, unknown>,
): { wanted: Wanted; errors?: undefined } | { wanted?: undefined; errors: PageError[] } {
  const read = form.safeParse(sent);
  if (!read.success)
    return {
      errors: read.error.issues.map(({ path, message }) => ({ href: `#${path.join('-')}`, text: message })),
    };
  const { state, when, accountable, nobody, addTag, removeTag, marking, lower } = read.data;
  if (nobody && accountable)
    return {
      errors: [{ href: '#accountable', text: 'Name somebody, or tick that nobody is accountable, not both' }],
    };
  const wanted: Wanted = {
    ...(state && { state }),
    ...(when && { when }),
    ...(accountable && { accountable }),
    ...(nobody && { accountable: '' }),
    ...(addTag && { addTag }),
    ...(removeTag && { removeTag }),
    ...(marking && { marking }),
  };
  if (!Object.keys(wanted).length) return { errors: [{ href: '#state', text: 'Say what is to change' }] };
  return { wanted: { ...wanted, ...(lower && { lower: true as const }) } };
}

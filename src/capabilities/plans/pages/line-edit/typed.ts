import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import { FIELDS, STATES } from '../../../../reading/reading.ts';
import { MARKINGS } from '../../plan.ts';
import type { LineValues } from '../../rules/line-changes.ts';
import { LONGEST_NAME } from '../../rules/line-owners.ts';
import { tagsAsText, tagsIn, wrongWithTags } from '../../rules/tags.ts';

/** Characters; the longest cell of a plan seen had 6,000. */
const LONGEST = 50_000;

const shape = z.object({
  state: z.enum(STATES, 'Choose one of the states'),
  marking: z.enum(MARKINGS, 'Choose one of the markings'),
});

export type Typed = { version: number; values: LineValues; errors: PageError[] };

/** The form of a line as it was sent. What it leaves out stays as it is. */
export function readTyped(form: Record<string, unknown>): Typed {
  const cells = Object.keys(form).filter(
    name => name.startsWith('other:') || FIELDS.some(field => field === name),
  );
  const texts = cells.map(name => [name, asTyped(form[name])] as const);
  const tooLong = texts.filter(([, text]) => text.length > LONGEST);
  const read = shape.safeParse(form);
  const wrong = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ href: `#${path.join('-')}`, text: message }));
  const tags = typeof form.tags === 'string' ? tagsIn(asTyped(form.tags)) : undefined;
  const wrongTags = tags && wrongWithTags(tags);
  const owners = ownersTyped(form);
  return {
    version: versionOrNone.parse(form.version),
    values: {
      ...Object.fromEntries(texts),
      ...(tags && { tags: tagsAsText(tags) }),
      ...owners,
      ...read.data,
    },
    errors: [
      ...tooLong.map(([name]) => ({
        href: `#${idOf(name)}`,
        text: 'This must be 50,000 characters or fewer',
      })),
      ...(wrongTags ? [{ href: '#tags', text: wrongTags }] : []),
      ...tooLongNames(owners),
      ...wrong,
    ],
  };
}

/** Who answers for it, and who contributes: a name to a line. */
const ownersTyped = (form: Record<string, unknown>): LineValues =>
  Object.fromEntries(
    ['accountable', 'contributors'].flatMap(name => {
      const sent = form[name];
      return typeof sent === 'string' ? [[name, asTyped(sent)]] : [];
    }),
  );

const tooLongNames = (owners: LineValues): PageError[] =>
  Object.entries(owners)
    .filter(([, text]) => text.split('\n').some(name => name.trim().length > LONGEST_NAME))
    .map(([name]) => ({ href: `#${name}`, text: `A name must be ${LONGEST_NAME} characters or fewer` }));

/** Browsers send line ends as two characters; a zero byte is none that PostgreSQL keeps. */
const asTyped = (sent: unknown): string =>
  typeof sent === 'string' ? sent.replace(/\r\n?/g, '\n').replaceAll('\0', '') : '';

/** The address of a cell's field on the page; headings may hold anything. */
export const idOf = (cell: string): string => cell.replace(/[^\p{L}\p{N}]+/gu, '-');

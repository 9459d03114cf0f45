import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { holdEntries } from '../../../platform/register/queries.ts';
import { subjectOf } from '../../../platform/register/register.ts';
import { type Draw, KIND_WORDS } from '../../organisations/index.ts';
import { drawsOf } from '../queries.ts';
import { AUDIENCES } from '../register.ts';
import { drawWords } from '../rules/members.ts';

const MOST = 50;

export type NotDrawn = Refusal<'not-found' | 'too-many' | 'there-already'>;

const same = (one: Draw, other: Draw): boolean =>
  (['of', 'kind', 'named', 'within', 'one', 'role'] as const).every(name => one[name] === other[name]);

/** Lets an audience draw members from bodies or areas as well. */
export async function addDraw(
  within: Within,
  audience: string,
  draw: Draw,
  now: Temporal.Instant,
): Promise<{ words: string } | NotDrawn> {
  const [entry] = await holdEntries(within, AUDIENCES, [audience]);
  if (!entry || entry.mergedInto) return refuse('not-found');
  const before = await drawsOf(within, audience);
  if (before.length >= MOST) return refuse('too-many');
  if (before.some(one => same(one, draw))) return refuse('there-already');
  const { id } = await within.db
    .insertInto('audience_draws')
    .values({
      audience_id: audience,
      of: draw.of,
      kind: draw.kind,
      named: draw.named,
      within_id: draw.within,
      body_id: draw.of === 'bodies' ? draw.one : null,
      area_id: draw.of === 'areas' ? draw.one : null,
      role: draw.role,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const words = await wordsOf(within, audience, id);
  await record(
    within,
    subjectOf(AUDIENCES, audience),
    'changed',
    [{ field: 'members', before: null, after: words }],
    now,
  );
  return { words };
}

/** Takes a draw out again. */
export async function removeDraw(
  within: Within,
  audience: string,
  id: string,
  now: Temporal.Instant,
): Promise<{ words: string } | NotDrawn> {
  const [entry] = await holdEntries(within, AUDIENCES, [audience]);
  const words = entry && (await wordsOf(within, audience, id));
  if (!words) return refuse('not-found');
  await within.db.deleteFrom('audience_draws').where('id', '=', id).execute();
  await record(
    within,
    subjectOf(AUDIENCES, audience),
    'changed',
    [{ field: 'members', before: words, after: null }],
    now,
  );
  return { words };
}

async function wordsOf(within: Within, audience: string, id: string): Promise<string> {
  const draw = (await drawsOf(within, audience)).find(one => one.id === id);
  return draw ? drawWords(draw, { within: draw.withinName, one: draw.oneName }, KIND_WORDS) : '';
}

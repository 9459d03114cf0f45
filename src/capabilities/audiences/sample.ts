import type { Within } from '../../platform/database/database.ts';
import { addEntry } from '../../platform/register/actions.ts';
import { addDraw } from './actions/draws.ts';
import { AUDIENCES } from './register.ts';

/** An audience that is whoever chairs the boards of the sample borough. */
export async function sample(within: Within, now: Temporal.Instant): Promise<void> {
  const values = {
    grouped: 'Partners',
    detail: 'The chairs of the ward boards.',
    role: '',
    languages: '',
    formats: '',
  };
  const typed = { name: 'Safer Neighbourhood Boards', alsoCalled: [], values };
  const made = await addEntry(within, AUDIENCES, typed, now);
  if ('refused' in made) throw new Error(`The sample audience was not made: ${made.refused}.`);
  const all = { of: 'bodies' as const, kind: 'board', named: 'Safer Neighbourhood', within: null, one: null };
  await addDraw(within, made.id, { ...all, role: 'chair' }, now);
}

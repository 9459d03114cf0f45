import type { Within } from '../../../../platform/database/database.ts';
import { knownFor } from '../../queries/known.ts';
import { promiseChoices } from '../../queries/promise-choices.ts';
import { commitmentSettings } from '../../settings.ts';
import type { FormParts } from './draft.ts';

/** What the form of a promise offers and is read with. */
export async function formParts(within: Within, today: Temporal.PlainDate): Promise<FormParts> {
  const [known, settings, choices] = await Promise.all([
    knownFor(within),
    commitmentSettings(within),
    promiseChoices(within),
  ]);
  return { today, known, settings, choices };
}

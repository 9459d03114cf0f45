import type { Within } from '../../../platform/database/database.ts';
import { areasToChoose } from '../../organisations/index.ts';

/** Where a calendar holds or an election is held, for choosing from. @param everywhere the words for no area */
export async function placesToChoose(
  within: Within,
  everywhere: string,
): Promise<{ value: string; text: string }[]> {
  const areas = await areasToChoose(within);
  return [
    { value: '', text: everywhere },
    ...areas.map(({ id, name, kind }) => ({ value: id, text: `${name} (${kind})` })),
  ];
}

import type { Within } from '../../../platform/database/database.ts';
import { placeWords } from '../place.ts';
import { places } from '../queries/areas.ts';

/** Where a calendar holds or an election is held, for choosing from. @param everywhere the words for no area */
export async function placesToChoose(
  within: Within,
  everywhere: string,
): Promise<{ value: string; text: string }[]> {
  const choices = (await places(within)).map(place => ({ value: place.id, text: placeWords(place) }));
  return [{ value: '', text: everywhere }, ...choices];
}

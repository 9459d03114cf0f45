import type { Person, TestSite } from './site.ts';

/** A plan of the fictional borough with one sure line, two doubts, an own heading, a remainder. */
export const SMALL_PLAN = [
  'Ashmere external communication plan 2025-26',
  '',
  '1. Ward panels and residents',
  '',
  ['Audience', 'Who from', 'What', 'How', 'When', 'Risk'].join('\t'),
  ['Ward panels', 'Ward sergeants', 'Local crime figures', 'Panel meeting', 'Quarterly', 'Low'].join('\t'),
  ['Mill Lane', 'Press office', 'Parking', 'Street briefing', 'Bi-monthly', 'High'].join('\t'),
  ['Shops', 'Business officer', 'Theft advice', 'Leaflet', 'Weekly and monthly', 'Low'].join('\t'),
  '',
  'Kept by the press office and reviewed every spring.',
].join('\n');

/** Gives a document in and has it read; its reading's identifier comes back. */
export async function givenInAndRead(
  site: TestSite,
  person: Person,
  content: string | Uint8Array = SMALL_PLAN,
  name = 'Ashmere plan.txt',
): Promise<string> {
  const answer = await person.upload('/readings', { name, content });
  await site.runJobs();
  return answer.location!.replace('/readings/', '');
}

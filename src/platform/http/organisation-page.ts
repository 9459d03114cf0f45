import type { Needs } from './needs.ts';
import { mayAs, type SignedIn } from './visit.ts';

/** Under what the page of the organisation lists the pages by which it is looked after. */
export const GROUPS = [
  'Who works here',
  'Places and bodies',
  'Getting in',
  'Email',
  'Days and hours',
  'Privacy',
] as const;

/** A page by which the organisation is looked after, declared by the capability that has it. */
export type OrganisationPage = {
  group: (typeof GROUPS)[number];
  text: string;
  href: string;
  /** What is done there, in a few words. */
  hint: string;
  needs: Needs;
};

/** Those that somebody may open, group by group; a group without any is left out. */
export function pagesFor(
  who: SignedIn,
  pages: OrganisationPage[],
): { group: string; pages: OrganisationPage[] }[] {
  const mine = pages.filter(({ needs }) => needs === 'anywhere' || mayAs(who.role, needs));
  return GROUPS.map(group => ({ group, pages: mine.filter(page => page.group === group) })).filter(
    ({ pages: some }) => some.length,
  );
}

import type { SetOffBy } from '../promise.ts';

/** A promise that waits for something to happen: of which kind, where that was said, and in the words of its plan. */
export type Waits = { setOffBy: SetOffBy | null; trigger: string };
export type Happened = { kind: SetOffBy; title: string; note: string };

/** Why a promise is taken to be set off: it waits for this kind of thing, or its plan names what happened. */
export type WhySetOff = 'kind' | 'words';

/**
 * Whether a promise is put before a person as set off by what happened. Of the right kind is enough: whoever looks at it
 * takes out what does not apply, and one that was never shown would be missed by nobody.
 */
export function mayBeSetOff({ setOffBy, trigger }: Waits, happened: Happened): WhySetOff | undefined {
  const { named, shared } = wordsShared(trigger, happened);
  if (setOffBy === happened.kind && (!isOpen(setOffBy) || !named || shared)) return 'kind';
  if (!shared) return undefined;
  return isOpen(setOffBy) || shared === named ? 'words' : undefined;
}

/** "Something else" is what promises wait for whose words name no kind: it is none, and only words tell them apart. */
const isOpen = (setOffBy: SetOffBy | null): boolean => setOffBy === null || setOffBy === 'other';

/**
 * Whether it is set off where nobody looks: of the right kind, and nothing that its plan names besides is missing
 * altogether ("a rise in complaints" is no rise in visitors); or all that its plan names is there.
 */
export function isSurelySetOff({ setOffBy, trigger }: Waits, happened: Happened): boolean {
  const { named, shared } = wordsShared(trigger, happened);
  if (setOffBy === happened.kind) return named === 0 || shared > 0;
  return isOpen(setOffBy) && named > 0 && shared === named;
}

/** How many words of a trigger say something, and how many of these stand in what happened. */
function wordsShared(trigger: string, { kind, title, note }: Happened): { named: number; shared: number } {
  const named = [...new Set(stems(trigger))].filter(
    stem => !SAYS_NOTHING.has(stem) && !OF_KIND[kind].has(stem),
  );
  const there = stems(`${title} ${note}`);
  return { named: named.length, shared: named.filter(one => there.some(other => alike(one, other))).length };
}

const stems = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(word =>
    word.replace(/(?:ies|y)$/, 'i').replace(/e?s$/, ''),
  );

/** "consult" and "consultation": the beginning is the word. */
const alike = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) >= 5 && (one.startsWith(other) || other.startsWith(one)));

const stemsOf = (words: string): Set<string> => new Set(stems(words));

const SAYS_NOTHING = stemsOf(
  `the and any all each every for from with when where there that this which who whom has have been being are was were will
   new major minor critical significant serious important relevant appropriate possible practicable practical necessary
   required need needed soon following after before upon event events occurs occur happen happens happened arise arises
   something anything whatever whenever case cases basis made make makes taken take takes given gives public community local council board ward`,
);

/** What a kind is called says only that it is one. */
const OF_KIND: Record<SetOffBy, Set<string>> = {
  decision: stemsOf('decision decide decided agree agreed agreement approval approved resolution'),
  incident: stemsOf('incident emergency critical'),
  complaint: stemsOf('complaint complain complained'),
  publication: stemsOf('publication publish published publishing release released issue issued'),
  figure: stemsOf(
    'figure figures rise rises rising rose fall falls fell increase increased decrease number numbers',
  ),
  outside: new Set(),
  other: new Set(),
};

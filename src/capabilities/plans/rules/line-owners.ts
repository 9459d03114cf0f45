import { asksWhoAndWhen, ownersOf } from '../../../reading/lines/owners.ts';
import type { Field } from '../../../reading/reading.ts';
import {
  type Answering,
  answeringFor,
  kindOfName,
  type Named,
} from '../../../reading/text/owners/accountable.ts';
import type { InitialsKey } from '../../../reading/text/owners/key.ts';
import type { Column, LineOwners } from '../plan.ts';

/** The cells that may name owners. */
export const MAY_NAME_OWNERS = ['owner', 'messenger', 'when'] as const satisfies Field[];

type Cells = Partial<Record<(typeof MAY_NAME_OWNERS)[number], string>>;

/** Whom a line's own cells name, and who of them answers for it; by the rules that documents are read by. */
export function answeringByCells(
  { owner, messenger, when }: Cells,
  columns: Pick<Column, 'meaning' | 'headings'>[],
  key: InitialsKey = NO_KEY,
): Answering {
  const asksOwner = columns.some(({ meaning }) => meaning === 'owner');
  const whoAndWhen = columns.some(column => asksWhoAndWhen({ ...column, why: '' }));
  return answeringFor(ownersOf({ owner, messenger, when }, asksOwner, key, whoAndWhen));
}

const NO_KEY: InitialsKey = new Map();

export const wantedBy = ({ accountable, contributors }: Answering): LineOwners => ({
  accountable: accountable ? wanted(accountable) : null,
  contributors: contributors.map(wanted),
});

type WantedOwner = LineOwners['contributors'][number];

const wanted = ({ name, kind }: Named): WantedOwner => ({ name, kind });

/** Somebody whose name a person typed; '' for nobody. */
export function typedOwner(text: string): WantedOwner | null {
  const name = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim();
  return name ? { name, kind: kindOfName(name) } : null;
}

/** In characters, as the register holds it. */
export const LONGEST_NAME = 100;

/** One name to a line, as a form holds several. */
export const typedOwners = (text: string): WantedOwner[] =>
  text.split('\n').flatMap(name => typedOwner(name) ?? []);

/** The owners of a line by name, as its history and its forms hold them. */
export type OwnerValues = { accountable: string; contributors: string };

export const ownerValues = (owners: {
  accountable: { name: string } | null;
  contributors: { name: string }[];
}): OwnerValues => ({
  accountable: owners.accountable?.name ?? '',
  contributors: owners.contributors
    .map(({ name }) => name)
    .sort()
    .join('\n'),
});

import type { Change } from '../../../platform/history/history.ts';
import {
  CONTACT_KINDS,
  type ContactDetail,
  isOneAtATime,
  type RoleHolder,
  type RoleHolderValues,
  sameRole,
  USUAL_PURPOSE,
} from '../role-holder.ts';
import { standing } from './days.ts';
import { keyOf } from './place-names.ts';

/** What a row of a table says of a role holder; undefined where the file has no such column. */
export type HolderSaid = {
  role: string;
  holder: string;
  holderEmail: string | undefined;
  holderPhone: string | undefined;
  holderAddress: string | undefined;
  language: string | undefined;
  holderFrom: Temporal.PlainDate | null | undefined;
  holderUntil: Temporal.PlainDate | null | undefined;
  purpose: string | undefined;
  keepUntil: Temporal.PlainDate | null | undefined;
};

export type HolderDeed =
  | { does: 'add'; values: RoleHolderValues }
  | { does: 'change'; before: RoleHolder; values: RoleHolderValues };

/** `changes`: as the person who gave the file in sees them. */
export type WeighedHolder = { deeds: HolderDeed[]; changes: Change[] };

/**
 * Sets a role holder beside those that a body has. The same role and name is the same holder; a role of which there is
 * one at a time passes to whoever is new, the day before they begin.
 */
export function weighHolder(
  said: HolderSaid,
  holders: RoleHolder[],
  today: Temporal.PlainDate,
): WeighedHolder {
  const ofRole = holders.filter(({ role }) => sameRole(role, said.role));
  const same = ofRole.filter(({ name }) => keyOf(name) === keyOf(said.holder));
  const existing =
    same.find(one => standing(one, today) !== 'past') ??
    same.find(one => isSaid(one, said)) ??
    ofRole.find(one => isOneAtATime(said.role) && beginsAs(one, said));
  return existing ? changed(said, existing) : added(said, holders, today);
}

/** Of two who begin a role on one day, where one holds it at a time, one was written down wrongly. */
const beginsAs = ({ startsOn }: RoleHolder, { holderFrom }: HolderSaid): boolean =>
  Boolean(holderFrom && startsOn?.equals(holderFrom));

/** One who held the role before, unless the file says that they begin anew. */
const isSaid = ({ startsOn, endsOn }: RoleHolder, { holderFrom, holderUntil }: HolderSaid): boolean =>
  holderFrom ? startsOn?.equals(holderFrom) === true : Boolean(holderUntil && endsOn?.equals(holderUntil));

function changed(said: HolderSaid, before: RoleHolder): WeighedHolder {
  const values: RoleHolderValues = {
    role: before.role,
    name: said.holder,
    language: said.language || before.language,
    startsOn: said.holderFrom === undefined ? before.startsOn : said.holderFrom,
    endsOn: said.holderUntil === undefined ? before.endsOn : said.holderUntil,
    // nobody is reached where somebody else was
    contact: contactOf(said, keyOf(before.name) === keyOf(said.holder) ? before.contact : []),
  };
  const changes = holderChanges(before, values);
  return changes.length ? { deeds: [{ does: 'change', before, values }], changes } : { deeds: [], changes };
}

function added(said: HolderSaid, holders: RoleHolder[], today: Temporal.PlainDate): WeighedHolder {
  const values: RoleHolderValues = {
    role: said.role,
    name: said.holder,
    language: said.language || 'en',
    startsOn: said.holderFrom ?? null,
    endsOn: said.holderUntil ?? null,
    contact: contactOf(said, []),
  };
  const before = followed(values, holders, today);
  const lastDay = (values.startsOn ?? today).subtract({ days: 1 });
  const ended = before.map(
    (one): HolderDeed => ({ does: 'change', before: one, values: { ...one, endsOn: lastDay } }),
  );
  const change = {
    field: said.role,
    before: before.map(({ name }) => name).join(', ') || null,
    after: said.holder,
  };
  return { deeds: [...ended, { does: 'add', values }], changes: [change] };
}

/** Whoever makes way for somebody new: who would hold the role on their first day, where one holds it at a time. */
function followed(
  { role, startsOn, endsOn }: RoleHolderValues,
  holders: RoleHolder[],
  today: Temporal.PlainDate,
): RoleHolder[] {
  if (!isOneAtATime(role) || standing({ startsOn, endsOn }, today) === 'past') return [];
  const from = startsOn ?? today;
  return holders.filter(
    one =>
      sameRole(one.role, role) &&
      (one.endsOn === null || Temporal.PlainDate.compare(one.endsOn, from) >= 0) &&
      (one.startsOn === null || Temporal.PlainDate.compare(one.startsOn, from) < 0),
  );
}

/** What the row says of each way, and otherwise what there is; an empty cell takes it out. */
function contactOf(said: HolderSaid, before: ContactDetail[]): ContactDetail[] {
  const values = { email: said.holderEmail, phone: said.holderPhone, address: said.holderAddress };
  return CONTACT_KINDS.flatMap(kind => {
    const there = before.find(detail => detail.kind === kind);
    const value = values[kind] ?? there?.value ?? '';
    if (!value) return [];
    return [
      {
        kind,
        value,
        purpose: said.purpose || there?.purpose || USUAL_PURPOSE,
        keepUntil: said.keepUntil === undefined ? (there?.keepUntil ?? null) : said.keepUntil,
      },
    ];
  });
}

const FIELDS = { email: 'holderEmail', phone: 'holderPhone', address: 'holderAddress' } as const;

function holderChanges(before: RoleHolder, after: RoleHolderValues): Change[] {
  const detail = ({ contact }: RoleHolderValues, kind: ContactDetail['kind']) =>
    contact.find(one => one.kind === kind);
  const dayOf = (day: Temporal.PlainDate | null | undefined) => day?.toString() ?? null;
  const pairs: [string, string | null, string | null][] = [
    ['holder', before.name, after.name],
    ['language', before.language, after.language],
    ['holderFrom', dayOf(before.startsOn), dayOf(after.startsOn)],
    ['holderUntil', dayOf(before.endsOn), dayOf(after.endsOn)],
    ...CONTACT_KINDS.flatMap((kind): [string, string | null, string | null][] => {
      const [one, other] = [detail(before, kind), detail(after, kind)];
      const value: [string, string | null, string | null] = [
        FIELDS[kind],
        one?.value ?? null,
        other?.value ?? null,
      ];
      if (!one || !other) return [value];
      return [
        value,
        ['purpose', one.purpose, other.purpose],
        ['keepUntil', dayOf(one.keepUntil), dayOf(other.keepUntil)],
      ];
    }),
  ];
  const different = pairs.filter(([, was, is]) => was !== is);
  return [
    ...new Map(different.map(([field, was, is]) => [field, { field, before: was, after: is }])).values(),
  ];
}

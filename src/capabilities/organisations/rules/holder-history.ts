import type { Change } from '../../../platform/history/history.ts';
import { CONTACT_KINDS, CONTACT_WORDS, type ContactDetail, type RoleHolderValues } from '../role-holder.ts';

/**
 * What history keeps of a role holder. Never how they are reached: that is gone one day, and history stays. Only that
 * there was something, and why it was kept.
 */
export function holderHistory(
  before: RoleHolderValues | undefined,
  after: RoleHolderValues | undefined,
): Change[] {
  const { role, name } = (after ?? before)!;
  if (!before || !after) return [{ field: role, before: before?.name ?? null, after: after?.name ?? null }];
  const pairs: [string, string | null, string | null][] = [
    [role, before.name, after.name],
    [`role of ${name}`, before.role, after.role],
    [`language of ${name}`, before.language, after.language],
    [`first day of ${name} as ${role}`, dayOf(before.startsOn), dayOf(after.startsOn)],
    [`last day of ${name} as ${role}`, dayOf(before.endsOn), dayOf(after.endsOn)],
    ...CONTACT_KINDS.flatMap(kind => contactHistory(kind, name, before, after)),
  ];
  return pairs.flatMap(([field, was, is]) => (was === is ? [] : [{ field, before: was, after: is }]));
}

const dayOf = (day: Temporal.PlainDate | null): string | null => day?.toString() ?? null;

function contactHistory(
  kind: ContactDetail['kind'],
  name: string,
  before: RoleHolderValues,
  after: RoleHolderValues,
): [string, string | null, string | null][] {
  const one = before.contact.find(detail => detail.kind === kind);
  const other = after.contact.find(detail => detail.kind === kind);
  const what = `${CONTACT_WORDS[kind]} of ${name}`;
  if (!one || !other) return [[what, one ? 'kept' : null, other ? 'kept' : null]];
  return [
    [what, 'kept', one.value === other.value ? 'kept' : 'another one kept'],
    [`why the ${what} is kept`, one.purpose, other.purpose],
    [`last day on which the ${what} is kept`, dayOf(one.keepUntil), dayOf(other.keepUntil)],
  ];
}

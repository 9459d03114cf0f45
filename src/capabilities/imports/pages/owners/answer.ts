import type { PageError } from '../../../../platform/govuk/frame.ts';
import { kindOfName, nameKey } from '../../../../reading/text/owners/accountable.ts';
import { ownerKind, ownerName } from '../../../organisations/index.ts';
import type { CellAnswer, Who } from '../../owner-answers.ts';
import type { SettledCell } from '../../rules/settle-cell.ts';

export type ReadAnswer = { answer: CellAnswer; names: Record<string, Who> } | { errors: PageError[] };

type Form = Record<string, unknown>;
/** Somebody as typed, or what is wrong with that. */
type Typed = { key: string; who: Who } | { error: PageError };

/**
 * What was sent for a cell: who each name is, which of them answers (`lead`: its number, "other" or "nobody"), and who
 * contributes (`helps`: numbers).
 */
export function readAnswer({ cell, parts }: SettledCell, form: Form): ReadAnswer {
  const lead = typeof form.lead === 'string' ? form.lead : '';
  const numbers = parts.map((_, index) => String(index));
  const helps = [form.helps].flat().filter(one => one !== lead);
  const used = numbers.filter(number => number === lead || helps.includes(number));
  const typed = used.map(number => typedWho(form, `who-${number}`, `kind-${number}`, cell.first));
  const other = lead === 'other' ? typedWho(form, 'other', 'kind-other', cell.first) : undefined;
  const all = [...typed, ...(other ? [other] : [])];
  const errors = all.flatMap(one => ('error' in one ? [one.error] : []));
  if (!other && lead !== 'nobody' && !numbers.includes(lead))
    errors.push({
      href: `#lead-${cell.first}-${numbers[0] ?? 'other'}`,
      text: 'Choose who answers for it, or nobody yet',
    });
  if (errors.length) return { errors };
  const keys = used.map(number => parts[Number(number)]!.key);
  const names = typed.flatMap((one, index) => ('who' in one ? [[keys[index]!, one.who] as const] : []));
  const besides = other && 'who' in other ? [[other.key, other.who] as const] : [];
  const accountable = besides[0]?.[0] ?? parts[Number(lead)]?.key ?? null;
  return {
    answer: { accountable, contributors: keys.filter(key => key !== accountable) },
    names: Object.fromEntries([...names, ...besides]),
  };
}

function typedWho(form: Form, field: string, kindField: string, at: number): Typed {
  const name = ownerName.safeParse(form[field]);
  if (!name.success) return { error: { href: idOf(field, at), text: name.error.issues[0]!.message } };
  const kind = ownerKind.safeParse(form[kindField]).data ?? kindOfName(name.data);
  return { key: nameKey(name.data), who: { name: name.data, kind } };
}

/** On a page with the forms of many cells. */
const idOf = (field: string, at: number): string =>
  field === 'other' ? `#other-${at}` : `#${field.replace('-', `-${at}-`)}`;

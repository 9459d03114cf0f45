import { count } from '../../../../language/words.ts';
import { mayAs, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { LineInPlan } from '../../queries/line.ts';
import { MOST_COUNTED } from '../../queries/lines.ts';
import { isFiltered } from '../../rules/asked.ts';
import { addressOf } from '../../rules/asked-address.ts';
import { mayEverywhere } from '../updating.ts';
import { editRow } from './edit-row.ts';
import { PICK_HEADING, pickCell } from './pick-cell.ts';
import { type Drawing, drawRows } from './rows.ts';
import type { Listing, ListTable } from './tables.ts';

/** What a list is drawn with for somebody who may change its lines: ticks, a row in place, and the form for many. */
export type Working = {
  rows: (table: ListTable) => string;
  lead?: string;
  picking?: { list: string; words: string; filtered: boolean };
};

export function workingOn(
  visit: SignedInVisit,
  { list, asked }: Listing,
  { total, editing }: { total: number; editing?: LineInPlan },
): Working {
  if (!mayAs(visit.who.role, 'editor')) return { rows: table => drawRows(table) };
  const here = addressOf(list, asked);
  const picks = mayEverywhere(visit, 'change-many');
  const lead = pickCell(here);
  const token = editing ? visit.reply.formToken() : '';
  const drawing = ({ span }: ListTable): Drawing => ({
    ...(picks && { lead }),
    ...(editing && { instead: editRow({ line: editing, list: here, span: picks ? span + 1 : span, token }) }),
  });
  return {
    rows: table => drawRows(table, drawing(table)),
    ...(picks && {
      lead: PICK_HEADING,
      picking: { list: here, words: allWords(total), filtered: isFiltered(asked) },
    }),
  };
}

const allWords = (total: number): string =>
  total > MOST_COUNTED && total === MOST_COUNTED + 1
    ? `lines (more than ${MOST_COUNTED.toLocaleString('en-GB')})`
    : count(total, 'line');

import { type Amount, amountsIn } from './amounts.ts';
import type { Certainty, Cost } from './cost.ts';
import { type Marks, marksOn } from './marks.ts';
import { periodIn, timeIn } from './periods.ts';
import { FLOWS, INSTEAD, SURENESS, VAT } from './rules.ts';

/** Characters. A longer cell is prose, and no rule here is made for prose. */
const LONGEST = 600;

/**
 * The costs that a budget cell names, in its order: each amount with its time and how sure it is, or why there is none.
 * No figure comes out that does not stand in the cell, and every word stands in the `text` of one cost.
 */
export function readCosts(cell: string): Cost[] {
  if (!/[\p{L}\p{N}?]/u.test(cell)) return [];
  if (cell.length > LONGEST) return [unread(cell)];
  const pieces = cell
    .split(/(?=[\n;•|])/)
    .flatMap(byAmounts)
    .flatMap(byTime)
    .map(text => ({ text, cost: readCost(text) }));
  return joined(pieces);
}

const unread = (text: string): Cost => ({
  certainty: 'unclear',
  rest: text.trim(),
  text: text.trim(),
  why: 'it is too long to be told from a text about something else',
});

/** Each further amount begins a piece of its own, at the sign or word that parts it from the one before. */
function byAmounts(text: string): string[] {
  const amounts = amountsIn(text);
  const cuts = amounts.slice(1).map((amount, index) => {
    const end = amounts[index]!.end;
    const between = text.slice(end, amount.at);
    const sign = [...between.matchAll(PARTING)].at(-1);
    return end + (sign?.index ?? BEFORE_AMOUNT.exec(between)?.index ?? between.length);
  });
  const places = [0, ...cuts, text.length];
  return places.slice(1).map((end, index) => text.slice(places[index], end));
}

/** What parts two amounts. */
const PARTING = /[,+&(]|\.\s|\b(?:and|plus|or|then)\b/gi;
/** What stands right before an amount and belongs to it. */
const BEFORE_AMOUNT = /\s(?:up to|c\.?|circa|about|around|approx\w*\.?|at least)?\s*$/i;

/** Work beside money is a cost of its own: "£500, 2 days of officer time". */
const TIME_BESIDE =
  /(?<=\d\D*)(?:[,+&]|\b(?:and|plus)\b)\s*(?:up to |about |c\. ?)?(?=(?:\d+(?:\.\d+)?|half|one|two|three|four|five|six)[^,;£]{0,12}?\b(?:hours?|days?|weeks?|fte)\b)/i;

function byTime(text: string): string[] {
  const at = amountsIn(text).length ? TIME_BESIDE.exec(text)?.index : undefined;
  return at ? [text.slice(0, at), text.slice(at)] : [text];
}

type Piece = { text: string; cost: Cost };

/** A piece that says nothing by itself goes on with the one before ("£500\nfor the leaflet"). */
function joined(pieces: Piece[]): Cost[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    const mute = piece.cost.certainty === 'unclear' && !piece.cost.time;
    if (last && (mute || (last.cost.certainty === 'unclear' && !last.cost.time)))
      kept[kept.length - 1] = { text: last.text + piece.text, cost: readCost(last.text + piece.text) };
    else kept.push(piece);
  }
  return kept.map(({ cost }) => cost);
}

function readCost(text: string): Cost {
  const marks = marksOn(text);
  const amount = amountsIn(text)[0];
  if (amount) marks.mark(amount.at, amount.end, 'is the amount');
  const time = timeIn(marks);
  const period = periodIn(marks);
  const vat = firstOf(VAT, marks, 'speaks of VAT');
  const flow = amount && firstOf(FLOWS, marks, 'says that it is not spent');
  const { certainty, source } = surenessOf(marks, amount, time !== undefined);
  const rest = marks.rest();
  return {
    certainty,
    ...(amount ? { amount: amount.amount } : {}),
    ...(amount?.currency ? { currency: amount.currency } : {}),
    ...(period ? { period } : {}),
    ...(vat ? { vat } : {}),
    ...(flow ? { flow } : {}),
    ...(source ? { source } : {}),
    ...(time ? { time } : {}),
    ...(rest ? { rest } : {}),
    text: text.trim(),
    why: marks.why() || 'no rule finds an amount, or a word that stands for one',
  };
}

function firstOf<Value>(rules: [Value, RegExp][], marks: Marks, means: string): Value | undefined {
  return rules.find(([, pattern]) => marks.take(pattern, means))?.[0];
}

const SOURCES: Certainty[] = ['existing-budget', 'staff-time', 'in-kind', 'external', 'not-funded'];

function surenessOf(
  marks: Marks,
  amount: Amount | undefined,
  timed: boolean,
): Pick<Cost, 'certainty' | 'source'> {
  const sure = SURENESS.filter(([, pattern, means]) => marks.take(pattern, means)).map(([name]) => name);
  const instead = INSTEAD.filter(([, pattern, means]) => marks.take(pattern, means)).map(([name]) => name);
  const nothing = amount?.amount?.to === 0 ? 'none' : undefined;
  const tbc = sure.find(name => name === 'to-be-confirmed');
  const certainty: Certainty =
    (amount || timed ? (nothing ?? sure[0]) : (tbc ?? instead[0])) ??
    (amount ? 'stated' : timed ? 'staff-time' : (sure[0] ?? 'unclear'));
  const source = instead.find(name => name !== certainty && SOURCES.includes(name));
  return { certainty, ...(source ? { source: source as NonNullable<Cost['source']> } : {}) };
}

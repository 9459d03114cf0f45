import type { Cost, Range } from './cost.ts';

export type Amount = Pick<Cost, 'amount' | 'currency'> & { at: number; end: number };

const CURRENCIES = { '£': 'GBP', gbp: 'GBP', '€': 'EUR', eur: 'EUR', $: 'USD', usd: 'USD' } as const;
const SIGN = String.raw`(?:£|€|\$|\bgbp\b|\beur\b|\busd\b)`;
/** "5,000", "5 000", "5000". */
const FIGURE = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,3})?`;
const TIMES = String.raw`(?:\s?(?:k|m|mn|bn|million|thousand|hundred)(?![a-z]))`;
const AFTER = String.raw`(?![\d,.]*\d|[a-z]?\d)`;
const SIGNED = `${SIGN}\\s?(${FIGURE})(${TIMES})?${AFTER}`;
const TO = String.raw`\s?(?:-|–|—|\bto\b|\band\b|\bor\b)\s?`;
/** "£500", "£5k", "£500 - £750", "£5-10k", "between £500 and £750". */
const MONEY = new RegExp(
  `(${SIGN})\\s?(${FIGURE})(${TIMES})?(?:${TO}(?:${SIGNED}|(${FIGURE})(${TIMES})?${AFTER}))?`,
  'gi',
);
const ALONE = new RegExp(`(${SIGN})\\s?(${FIGURE})(${TIMES})?${AFTER}`, 'gi');
/** "500 pounds". */
const POUNDS = new RegExp(`(?<![\\d.,£$€])(${FIGURE})(${TIMES})?\\s?(?:pounds|quid)\\b`, 'gi');
const PENCE = /(?<![\d.,£$€])(\d{1,3})p\b/gi;
/** In a budget cell a figure alone is money, unless it is a year. */
const BARE = /^\s*(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)\s?(k)?\s*$/i;
const YEAR = /^\s*(?:19|20)\d\d\s*$/;

const POWERS: Record<string, number> = {
  hundred: 100,
  k: 1000,
  thousand: 1000,
  m: 1_000_000,
  mn: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
};

/** Every amount of money in a text, in order. A figure that is written as no money is ("£1.2345") is none. */
export function amountsIn(text: string): Amount[] {
  const money = [...text.matchAll(MONEY)].flatMap(found => {
    const read = rangeOf(found);
    if (read || (found[4] ?? found[6]) === undefined) return read ? [read] : [];
    // "£500 - £200" is no range, but two amounts.
    return [...found[0].matchAll(ALONE)].flatMap(one => single(one, found.index));
  });
  const pence = [...text.matchAll(PENCE)].map(({ 0: whole, 1: figure, index }): Amount => {
    const value = Number(figure);
    return { amount: { from: value, to: value }, currency: 'GBP', at: index, end: index + whole.length };
  });
  const pounds = [...text.matchAll(POUNDS)].flatMap(({ 0: whole, 1: sum = '', 2: times = '', index }) => {
    const value = inPence(sum, times);
    return value === undefined
      ? []
      : [
          {
            amount: { from: value, to: value },
            currency: 'GBP' as const,
            at: index,
            end: index + whole.length,
          },
        ];
  });
  const found = [...money, ...pence, ...pounds].sort((a, b) => a.at - b.at);
  return found.length ? found : bare(text);
}

function rangeOf(found: RegExpExecArray): Amount | undefined {
  const [whole, sign = '', first = '', times = '', signed, signedTimes = '', plain, plainTimes = ''] = found;
  const second = signed ?? plain;
  if (second === undefined) return singleOf(found.input, whole, sign, first, times, found.index);
  const secondTimes = signed === undefined ? plainTimes : signedTimes;
  // "£5-10k" is five to ten thousand; "£500-1k" names its figures apart.
  const shared = !times && secondTimes && figure(first) < figure(second) ? secondTimes : times;
  const from = inPence(first, shared);
  const to = inPence(second, secondTimes);
  if (from === undefined || to === undefined || to < from) return undefined;
  return {
    amount: { from, to },
    currency: currencyOf(sign),
    at: found.index,
    end: found.index + whole.length,
  };
}

function single(found: RegExpExecArray, from: number): Amount[] {
  const value = inPence(found[2] ?? '', found[3] ?? '');
  if (value === undefined) return [];
  const at = from + found.index;
  return [
    {
      amount: { from: value, to: value },
      currency: currencyOf(found[1] ?? ''),
      at,
      end: at + found[0].length,
    },
  ];
}

function singleOf(
  text: string,
  whole: string,
  sign: string,
  first: string,
  times: string,
  at: number,
): Amount | undefined {
  const value = inPence(first, times);
  const after = text.slice(at + whole.length);
  if (value === undefined || /^(?:[,.]?\d|[a-z]\d)/i.test(after)) return undefined;
  return { amount: { from: value, to: value }, currency: currencyOf(sign), at, end: at + whole.length };
}

function bare(text: string): Amount[] {
  const found = YEAR.test(text) ? null : BARE.exec(text);
  const value = found && inPence(found[1] ?? '', found[2] ?? '');
  return value ? [{ amount: { from: value, to: value }, at: 0, end: text.length }] : [];
}

const figure = (text: string): number => Number(text.replace(/[,\s]/g, ''));
const currencyOf = (sign: string): Cost['currency'] =>
  CURRENCIES[sign.toLowerCase() as keyof typeof CURRENCIES];

/** In hundredths; undefined where the figure has more decimals than its money can. */
function inPence(text: string, times: string): Range['from'] | undefined {
  const power = POWERS[times.trim().toLowerCase()] ?? 1;
  const decimals = text.split('.')[1]?.length ?? 0;
  if (decimals === 3 && power === 1) return undefined;
  const value = Math.round(figure(text) * power * 100);
  return Number.isSafeInteger(value) ? value : undefined;
}

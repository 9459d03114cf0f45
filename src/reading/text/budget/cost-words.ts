import type { Cost, Range } from './cost.ts';

/** A cost for a person: "£1,200 a year, as stated"; "up to £1,000, from the existing budget". */
export function costWords(cost: Cost): string {
  const { vat, flow, source, rest } = cost;
  return [
    mainWords(cost),
    vat === 'added' ? 'with VAT on top' : vat === 'included' ? 'VAT included' : '',
    flow === 'income' ? 'coming in' : flow === 'saving' ? 'saved' : '',
    source ? SOURCES[source] : '',
    rest && cost.certainty !== 'unclear' ? `beside the words “${rest}”` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function mainWords(cost: Cost): string {
  const { amount, time, certainty } = cost;
  const measured = [amount && moneyWords(amount, cost.currency), time && timeWords(time)]
    .filter(Boolean)
    .join(' and ');
  if (!measured) return INSTEAD[certainty] ?? 'no amount that a rule knows';
  const whole = `${measured}${periodWords(cost.period)}`;
  switch (certainty) {
    case 'estimated':
      return `about ${whole}`;
    case 'up-to':
      return `up to ${whole}`;
    case 'at-least':
      return `${whole} or more`;
    case 'to-be-confirmed':
      return `${whole}, to be confirmed`;
    case 'none':
      return 'nothing';
    default:
      return `${whole}, as stated`;
  }
}

const INSTEAD: Partial<Record<Cost['certainty'], string>> = {
  'to-be-confirmed': 'to be confirmed',
  none: 'no cost',
  'not-applicable': 'does not apply',
  'existing-budget': 'from the existing budget',
  'staff-time': 'staff time',
  'in-kind': 'given in kind',
  external: 'others pay',
  'not-funded': 'not funded yet',
};
const SOURCES: Record<NonNullable<Cost['source']>, string> = {
  'existing-budget': 'from the existing budget',
  'staff-time': 'staff time',
  'in-kind': 'given in kind',
  external: 'others pay',
  'not-funded': 'not funded yet',
};

function moneyWords({ from, to }: Range, currency: Cost['currency']): string {
  const one = (hundredths: number) => {
    const digits = hundredths % 100 ? 2 : 0;
    const options: Intl.NumberFormatOptions = {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    };
    return (hundredths / 100).toLocaleString(
      'en-GB',
      currency ? { ...options, style: 'currency', currency } : options,
    );
  };
  const words = from === to ? one(from) : `${one(from)} to ${one(to)}`;
  return currency ? words : `${words} (no currency is printed)`;
}

function timeWords({ from, to, unit }: NonNullable<Cost['time']>): string {
  const number = from === to ? String(from) : `${from} to ${to}`;
  if (unit === 'post') return `${number} full-time ${to === 1 ? 'post' : 'posts'}`;
  return `${number} ${unit}${to > 1 ? 's' : ''} of staff time`;
}

const TIMES = ['year', 'month', 'quarter', 'week', 'day', 'term', 'hour'];

function periodWords(period: Cost['period']): string {
  if (!period) return '';
  if (period === 'one-off') return ' once';
  if ('months' in period) return ` over ${monthsWords(period.months)}`;
  return TIMES.includes(period.each)
    ? ` ${period.each === 'hour' ? 'an' : 'a'} ${period.each}`
    : ` for each ${period.each}`;
}

function monthsWords(months: number): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

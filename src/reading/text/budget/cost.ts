/** How sure a budget cell is of what it says, or why it says no amount. */
export type Certainty =
  | 'stated'
  | 'estimated'
  | 'up-to'
  | 'at-least'
  | 'to-be-confirmed'
  | 'none'
  | 'not-applicable'
  | 'existing-budget'
  | 'staff-time'
  | 'in-kind'
  | 'external'
  | 'not-funded'
  | 'unclear';

/** From and to are the same where one figure stands. */
export type Range = { from: number; to: number };

/** One cost that a budget cell names, in the cell's order. The `text`s of a cell hold every word of it. */
export type Cost = {
  certainty: Certainty;
  /** In pence, or in hundredths of the currency; never below nought. */
  amount?: Range;
  /** Only where the cell prints one. */
  currency?: 'GBP' | 'EUR' | 'USD';
  /** For what time or thing the amount is: each year, each issue; over so many months; once. */
  period?: { each: string } | { months: number } | 'one-off';
  vat?: 'added' | 'included';
  /** Money that comes in or is not spent. */
  flow?: 'income' | 'saving';
  /** Where the money comes from, where an amount stands beside it. */
  source?: 'existing-budget' | 'staff-time' | 'in-kind' | 'external' | 'not-funded';
  /** Work instead of money, or beside it. */
  time?: Range & { unit: 'hour' | 'day' | 'week' | 'month' | 'post' };
  /** The words that none of the above takes up. */
  rest?: string;
  /** The words of the cell, as printed. */
  text: string;
  /** The rule, for a person: "“£500” is the amount, “p.a.” says for what time". */
  why: string;
};

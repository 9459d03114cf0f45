import type { Field } from '../reading.ts';
import type { Sense } from './senses.ts';

/**
 * The fields that a sense may fill, and how much it has a right to each. Where two headings want one field, the better
 * right wins: "Action" is what is done before "Key message" is. A sense without wishes keeps its own heading.
 */
export const WANTS: Partial<Record<Sense, [Field, number][]>> = {
  reference: [['reference', 3]],
  recommendation: [['recommendation', 3]],
  action: [['what', 4]],
  message: [['what', 3]],
  description: [['what', 2]],
  subject: [['what', 1.5]],
  item: [['what', 1]],
  audience: [['audience', 3]],
  messenger: [
    ['messenger', 3],
    ['owner', 1],
  ],
  channel: [['how', 3]],
  delivery: [['how', 2]],
  timing: [['when', 3]],
  start: [['when', 1]],
  purpose: [['why', 4]],
  outcome: [['why', 3]],
  objective: [
    ['why', 2],
    ['what', 0.5],
  ],
  who: [
    ['owner', 2],
    ['audience', 1],
  ],
  owner: [['owner', 3]],
  member: [['owner', 1]],
  status: [['status', 4]],
  rag: [['status', 2]],
  progress: [
    ['status', 3],
    ['comments', 1],
  ],
  budget: [['budget', 3]],
  measure: [['measure', 3]],
  target: [['measure', 2]],
  comments: [['comments', 3]],
};

/** Words that name a column of times less surely than "deadline" or "frequency" do; a bare "date" least of all. */
const LOOSE: Record<string, number> = {
  date: 0.9,
  month: 0.9,
  year: 0.9,
  quarter: 0.9,
  week: 0.9,
  period: 0.9,
  time: 0.5,
  cycle: 0.5,
  end: 0.5,
  'revised date': 0.7,
  'revised target date': 0.4,
  'revised deadline': 0.4,
  'exec date': 0.5,
  // how much is done stands beside a status, not in its place
  '% complete': 0.5,
  'percentage complete': 0.5,
  'percent complete': 0.5,
  // what was promised is kept by what is done, where another column says that
  pledge: 1,
  promise: 1,
  // a person met or spoken to, where another column says who acts
  person: 0.5,
  // whom to ask is not who answers for it, where another column says that
  contact: 0.5,
  // what is planned is the budget, and what was spent stands beside it
  'actual spend': 1,
  'actual cost': 1,
  actual: 1,
  'spend to date': 1,
  'cost to date': 1,
  spent: 1,
  'final cost': 1,
  spend: 0.5,
  expenditure: 0.5,
};
export const looseness = (phrase: string): number => LOOSE[phrase] ?? 0;

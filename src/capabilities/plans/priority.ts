/** What the organisation wants (a strategic priority), or wants understood (a message of a portfolio). */
export const PRIORITY_KINDS = ['priority', 'message'] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];

export const PRIORITY_KIND_WORDS: Record<PriorityKind, string> = {
  priority: 'Strategic priority',
  message: 'Portfolio message',
};

export type Priority = {
  id: string;
  kind: PriorityKind;
  name: string;
  /** Whose it is: a portfolio, a directorate, a theme; empty for the whole organisation's. */
  portfolio: string;
  detail: string;
  ended: boolean;
  version: number;
};

/** With how many plans and lines are for it. */
export type ListedPriority = Priority & { plans: number; lines: number };

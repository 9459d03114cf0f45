/** A section title where it is printed, so that its words are counted once however many lines stand under it. */
export type Section = { text: string; where: string; order: number };

/** One row of a plan, laid on its table's columns, with its parts joined where a page break had split it. */
export type PlanRow = {
  at: { table: number; row: number };
  cells: string[];
  /** The backgrounds of its cells, likewise. */
  fills: (string | undefined)[];
  /** Per column: the row (of the same table) whose merged cell reaches down to this one. */
  merged: (number | undefined)[];
  section: Section | undefined;
  /** The month that a title over its table names, where one does. */
  month?: string;
  /** The line that it says it is. */
  identity?: string;
  where: string;
  order: number;
  /** The rows that a person joined into it, its own first, each as printed. */
  joined?: PlanRow[];
};

/** What a line is called: its reference, or its place in the plan. */
export const nameOfLine = ({ reference, position }: { reference: string; position: number }): string =>
  reference.replace(/\s+/g, ' ').trim().slice(0, 120) || `Line ${position}`;

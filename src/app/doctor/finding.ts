/** What one check found. `type` is the line that mends it, given as it is to be typed. */
export type Finding = {
  check: string;
  /** `unseen`: it could not be looked at now, and that is no fault. */
  state: 'well' | 'mend' | 'unseen';
  says: string;
  type?: string;
};

export const well = (check: string, says: string): Finding => ({ check, state: 'well', says });

export const unseen = (check: string, says: string): Finding => ({ check, state: 'unseen', says });

export const mend = (check: string, says: string, type: string): Finding => ({
  check,
  state: 'mend',
  says,
  type,
});

const SIGN = { well: '✓', mend: '✗', unseen: '–' } as const;

/** One line for the check and, where something is to be mended, one with what to type. */
export function findingLines({ check, state, says, type }: Finding): string {
  const line = `${SIGN[state]} ${state.padEnd(6)} ${check}: ${says}`;
  return type ? `${line}\n${' '.repeat(9)}type: ${type}` : line;
}

export function verdict(findings: Finding[]): string {
  const faults = findings.filter(({ state }) => state === 'mend').length;
  if (faults) return faults === 1 ? 'One thing to mend.' : `${faults} things to mend.`;
  return findings.some(({ state }) => state === 'unseen')
    ? 'All that could be looked at is well.'
    : 'All is well.';
}

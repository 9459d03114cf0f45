/** What one check found. `type` is the line that mends it, given as it is to be typed. */
export type Finding = {
  check: string;
  /** `advise`: nothing is broken, and it could be better. `unseen`: it could not be looked at now, and that is no fault. */
  state: 'well' | 'mend' | 'advise' | 'unseen';
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

const SIGN = { well: '✓', mend: '✗', advise: '!', unseen: '–' } as const;

/** One line for the check and, where something is to be mended, one with what to type. */
export function findingLines({ check, state, says, type }: Finding): string {
  const line = `${SIGN[state]} ${state.padEnd(6)} ${check}: ${says}`;
  return type ? `${line}\n${' '.repeat(9)}type: ${type}` : line;
}

export function verdict(findings: Finding[]): string {
  const count = (state: Finding['state']) => findings.filter(one => one.state === state).length;
  const faults = count('mend');
  if (faults) return faults === 1 ? 'One thing to mend.' : `${faults} things to mend.`;
  const well = count('unseen') ? 'All that could be looked at is well' : 'All is well';
  const advice = count('advise');
  if (!advice) return `${well}.`;
  return `${well}; ${advice === 1 ? 'one thing' : `${advice} things`} could be better.`;
}

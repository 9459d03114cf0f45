import { type Finding, well } from './finding.ts';

/** Said because people ask: PDF and pages are made without one. */
export const browserFinding = (): Finding =>
  well('Browser', 'none is needed on this machine; only the journey tests start one.');

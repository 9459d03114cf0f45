import { mergeReading } from '../merge/merge.ts';
import type { MergeInput, MergeOutcome } from '../merge/merging.ts';

/** What became of each row. Of what was given out only in part, no line is gone because the document does not have it. */
export function compared({
  input,
  base,
}: {
  input: MergeInput;
  base: { kind: string; partial?: boolean };
}): MergeOutcome {
  const outcome = mergeReading(input);
  return base.partial ? { ...outcome, gone: [] } : outcome;
}

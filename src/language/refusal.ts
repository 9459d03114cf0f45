/**
 * A rule said no. `reason` is one of the names that the rule lists; the door puts it into words for a person.
 * Refusals are returned, not thrown: they are an answer like any other.
 */
export type Refusal<Reason extends string> = { refused: Reason };

export const refuse = <Reason extends string>(reason: Reason): Refusal<Reason> => ({ refused: reason });

export function isRefused<T extends object, Reason extends string>(
  answer: T | Refusal<Reason>,
): answer is Refusal<Reason> {
  return 'refused' in answer;
}

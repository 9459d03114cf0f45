/** How long the name of somebody in the register of owners may be, in characters. */
const LONGEST = 100;

/** Who stands in lists as the accountable owner of a line whose owner cell holds these words. */
export const accountableName = (owner: string): string => owner.trim().slice(0, LONGEST).trim();

import type { PlanChoice } from '../../queries/all-plans.ts';
import type { OwnerChoice, Section } from '../../queries/facts.ts';
import type { SeldomChoices } from '../../queries/seldom-choices.ts';

/** What can be chosen in the filters of a list, and so what a filter that is on may name. */
export type Choices = {
  /** Where the list is of all plans. */
  plans?: PlanChoice[];
  sections: Section[];
  owners: OwnerChoice[];
  /** Asked for only where they are shown. */
  seldom?: SeldomChoices;
};

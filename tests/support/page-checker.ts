import { FORM_RULES } from './page-rules/forms.ts';
import { POLICY_RULES } from './page-rules/policy.ts';
import { READING_RULES } from './page-rules/reading.ts';
import { type PageRule, readChecked } from './page-rules/rule.ts';
import { STRUCTURE_RULES } from './page-rules/structure.ts';
import { TABLE_RULES, unclearRows } from './page-rules/tables.ts';

const RULES: PageRule[] = [
  ...STRUCTURE_RULES,
  ...READING_RULES,
  ...FORM_RULES,
  ...TABLE_RULES,
  ...POLICY_RULES,
];

/**
 * The house rules of accessible GOV.UK markup, held against one response. Every page test calls it, so that no page has
 * to be remembered. Faults are sentences that name the address; empty when all is well.
 */
export function checkPage(html: string, response: { path: string; status: number }): string[] {
  const checked = readChecked(html, response.status);
  return RULES.flatMap(rule => rule(checked)).map(fault => `${response.path} (${response.status}): ${fault}`);
}

/** What may be right, but deserves a look: links that read the same and lead to different places. */
export function pageWarnings(html: string): string[] {
  return unclearRows(readChecked(html, 200));
}

import { createRequire } from 'node:module';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import type { Source } from '../sources.ts';
import { type Imports, mirrored } from './mirror.ts';

type Rule = { name: string; comment: string; to: { dependencyTypesNot?: string[]; reachable?: boolean } };

const { forbidden } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as {
  forbidden: Rule[];
};

/** Imports that a rule of `.dependency-cruiser.cjs` forbids, each as a sentence with the rule's reason. */
export async function importFaults(files: Source[]): Promise<string[]> {
  const bindsTypes = (rule: Rule) => !rule.to.reachable && !rule.to.dependencyTypesNot?.includes('type-only');
  return [
    ...(await faultsAgainst(files, 'all', forbidden.filter(bindsTypes))),
    ...(await faultsAgainst(
      files,
      'values',
      forbidden.filter(rule => !bindsTypes(rule)),
    )),
  ];
}

const faultsAgainst = (files: Source[], imports: Imports, rules: Rule[]): Promise<string[]> =>
  mirrored(files, imports, async folder => {
    const ruleSet = { forbidden: rules } as NonNullable<Parameters<typeof cruise>[1]>['ruleSet'];
    const { output } = await cruise(['src'], { baseDir: folder, validate: true, ruleSet });
    return sentences(output as ICruiseResult, rules);
  });

function sentences({ summary }: ICruiseResult, rules: Rule[]): string[] {
  const reasons = new Map(rules.map(rule => [rule.name, rule.comment]));
  return summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? cycle.map(step => step.name) : [to];
    return `${[from, ...way].map(asWritten).join(' → ')}: ${reasons.get(rule.name)} (${rule.name}).`;
  });
}

const asWritten = (path: string): string =>
  path.replace(/^(src|tests|scripts|bench|examples)(\/.*)\.js$/, '$1$2.ts');

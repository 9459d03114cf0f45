import { systemClock } from '../../platform/clock.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Finding, findingLines, verdict } from './finding.ts';
import { canRun, nodeFacts, nodeFinding } from './node.ts';

/**
 * `commsgrid doctor`: looks at everything that running needs and says what to type where something is wrong.
 * Changes nothing and starts nothing, whether Commsgrid runs or not.
 * @returns 0 where all is well, 1 where something is to be mended.
 */
export async function doctorCommand(settings: Settings): Promise<number> {
  const node = nodeFinding(nodeFacts());
  const rest = canRun(process.version)
    ? await (await import('./examine.ts')).examine(settings, systemClock)
    : [];
  const findings: Finding[] = [node, ...rest];
  for (const finding of findings) console.log(findingLines(finding));
  console.log(`\n${verdict(findings)}`);
  return findings.some(({ state }) => state === 'mend') ? 1 : 0;
}

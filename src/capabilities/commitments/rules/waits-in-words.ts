import { SET_OFF_WORDS } from '../promise.ts';
import type { Waits } from './sets-off.ts';

/** How soon, and after what is not said. */
const HOW_SOON =
  /^(?:as soon as (?:it is )?(?:reasonably )?(?:possible|practicable|practical)|asap|a\.s\.a\.p\.?|immediately|at once|promptly|urgently|without delay)\.?$/i;

/** What a promise waits for. "As soon as practicable" names nothing that could happen: its kind is said, or that its plan names nothing. */
export function waitsInWords({ setOffBy, trigger }: Waits): string {
  if (!HOW_SOON.test(trigger.trim())) return trigger;
  const kind = setOffBy && setOffBy !== 'other' ? SET_OFF_WORDS[setOffBy] : 'Whatever it is about';
  return `${kind}: the plan says only “${trigger.trim()}”`;
}

import { folded } from './plain.ts';

/** Verbs with which plans begin an action; a short text that begins so is a line, not a title. */
const ACTS =
  /^(?:agree|appoint|arrange|attend|brief|build|call|carry|circulate|commission|complete|conduct|consider|consult|continue|convene|create|deliver|design|develop|display|distribute|draft|encourage|engage|ensure|establish|evaluate|explore|hold|host|identify|implement|improve|include|increase|introduce|invite|issue|launch|maintain|make|meet|monitor|organise|post|prepare|present|print|produce|promote|provide|publicise|publish|raise|refresh|report|research|review|run|send|set|share|support|survey|train|undertake|update|use|work|write)\b/;

/** Of these the ones that never begin the name of a team ("Design team", "Support services"). */
const NEVER_A_NAME =
  /^(?!(?:design|display|monitor|post|print|report|research|review|support|survey|train|work)\b)/;

const start = (text: string) => folded(text).replace(/^[\d.)•\s]+/, '');

export const beginsWithVerb = (text: string): boolean => ACTS.test(start(text));

/** Whether a text tells somebody to do something, so that it cannot be who does it. */
export const isOrder = (text: string): boolean => beginsWithVerb(text) && NEVER_A_NAME.test(start(text));

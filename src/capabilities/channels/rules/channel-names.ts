import { capitalised, nameKey } from '../../../language/same-name.ts';
import { type NameInCell, type NamesInCell, namesInCell } from '../../../prose/names/names-in-cell.ts';
import { channelKindIn } from './channel-kind.ts';

/** One channel each, whatever commas and "and" they hold. */
const WHOLE =
  /question(?:s)? (?:and|&) answers?|q ?& ?a|press (?:and|&) media|news (?:and|&) media|local (?:and|&) (?:national|regional) (?:press|media|newspapers?)|print (?:and|&) (?:broadcast|digital|online) media|television (?:and|&) radio|tv (?:and|&) radio|radio (?:and|&) (?:tv|television)|town (?:and|&) parish|face[- ]to[- ]face|24\/7|one[- ]to[- ]one|health (?:and|&) well-?being|overview (?:and|&) scrutiny|voluntary (?:and|&) community/gi;

/** What is done with a channel is no part of its name, and neither is the way to it. */
const LEADING =
  /^(?:(?:via|by|through|using|use of|on|in|at|the|a|an|our|its|their|all|send|issue|publish|produce|hold|distribute|continue|regular|existing|own|targeted)\s+)+(?=\S)/i;
/** Whom it is for, where and what about: said of the channel, not its name. */
const TRAILING =
  /(?<!\bface|\bone|\bdoor|\bpoint)\s(?:via|during|out of|to|for|with|about|at|on|across|from|between|in|around|regarding|explaining|where|when|as|once|per|every)\s.*$/is;
const MOST_WORDS = 5;
const NO_NAME =
  /^(?:various|all|others?|as (?:above|appropriate|required)|see (?:above|below)|ditto|communications?)$/i;

const shortened = (words: string): string => words.replace(LEADING, '').replace(TRAILING, '').trim();

const alone = (words: string, last: boolean): boolean => {
  const name = shortened(words);
  const ending = name.split(/\s+/).slice(-2).join(' ');
  return (
    channelKindIn(ending) !== undefined &&
    (last || shortened(words).length === words.replace(LEADING, '').length)
  );
};

/** "Press and web articles" are one; "posters and leaflets" are two. */
const belongs = (before: string): boolean =>
  /\b(?:print|digital|local|national|online|broadcast|printed|electronic)$/i.test(before);

/** What somebody is told to do, with whatever: it names channels only in passing. */
const INSTRUCTION =
  /^(?:talk|meet|visit|tell|ask|attend|work|engage|speak|raise|ensure|develop|create|promote|explore|consider|review|arrange|organise|build|encourage|support|provide|share|write|advertise|invite|consult|inform|liaise|present|train|run|circulate|display|deliver|make|set up|set|place|put|add|include|identify|investigate|improve|increase|maintain|agree|discuss|respond|answer|contact|draft|design)\s/i;

const fit = (words: string): boolean => {
  if (INSTRUCTION.test(words)) return false;
  const name = shortened(words);
  return name.split(/\s+/).length <= MOST_WORDS && !NO_NAME.test(name) && channelKindIn(name) !== undefined;
};

/**
 * The channels that the how cell of a line names. A cell that tells what is done names those that the register knows:
 * it makes none of its own.
 */
export function channelsIn(cell: string, known: (key: string) => boolean): NamesInCell {
  const found = namesInCell(cell, { known, alone, belongs, whole: WHOLE, fit });
  const names = found.names.map(one => asNamed(one, known));
  const mentioned = found.unknown.flatMap(text => mentionedIn(text, known));
  const all = [...names, ...mentioned].map(one => [nameKey(one.name), one] as const);
  return { names: [...new Map(all.toReversed()).values()].toReversed(), unknown: found.unknown };
}

function asNamed({ name, detail }: NameInCell, known: (key: string) => boolean): NameInCell {
  if (known(nameKey(name))) return { name, detail };
  return { name: capitalised(shortened(name)), detail };
}

const LONGEST_NAME = 5;
const SHORTEST_MENTION = 4;

/** Names of the register within a sentence, the longest first; very short ones are too often other words. */
export function mentionedIn(text: string, known: (key: string) => boolean): NameInCell[] {
  const words = text.split(/[\s,;:.()]+/).filter(Boolean);
  const found: NameInCell[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let size = Math.min(LONGEST_NAME, words.length - at); size > 0; size--) {
      const name = words.slice(at, at + size).join(' ');
      if (name.length < SHORTEST_MENTION || !known(nameKey(name))) continue;
      found.push({ name, detail: '' });
      at += size - 1;
      break;
    }
  }
  return found;
}

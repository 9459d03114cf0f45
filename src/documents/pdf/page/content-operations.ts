import type { Opcodes } from '../load.ts';
import type { Drawing, MarkedContent, Operation } from './drawing.ts';

/** The operators that begin and end a named part of the page: a layer, an artifact, or what a tag stands for. */
export const contentOperations = (opcodes: Opcodes): [number, Operation][] => [
  [
    opcodes.beginMarkedContentProps,
    (drawing, [tag, what]) => void drawing.open.push(named(drawing, tag, what)),
  ],
  [opcodes.beginMarkedContent, (drawing, [tag]) => void drawing.open.push(named(drawing, tag, undefined))],
  [opcodes.endMarkedContent, drawing => void drawing.open.pop()],
];

/** The library gives a layer behind "OC", and else the number by which the structure calls the content. */
function named(drawing: Drawing, tag: unknown, what: unknown): MarkedContent {
  return {
    hidden: tag === 'OC' && !drawing.isShown(what),
    ...(typeof what === 'number' && drawing.placed <= 0 ? { content: what } : {}),
    ...(nameOf(tag) === 'Artifact' ? { artifact: true as const } : {}),
  };
}

const nameOf = (tag: unknown): unknown =>
  typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag;

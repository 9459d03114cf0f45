import type { DocumentOut } from '../../../../documents/document-out.ts';
import { documentOf, spokenMarking } from './document.ts';
import type { Exported } from './exported.ts';

/** `day`: in words, when it was asked for. `export`: what the file is known by when it comes back. */
type Made = { by: string; at: Temporal.Instant; day: string; export?: string };

/** The highest marking of all that is given out; empty for none. */
export function markingOf({ plans }: Exported): string {
  const all = plans.map(spokenMarking);
  return all.find(marking => marking === 'OFFICIAL-SENSITIVE') ?? all.find(Boolean) ?? '';
}

/**
 * What was asked for as one document: a plan as it came in, or lines of one or more plans, each table under the name of its
 * plan and section.
 */
export function documentOfAll(exported: Exported, made: Made): DocumentOut {
  const { plans, title, whole } = exported;
  const documents = plans.map(plan => documentOf(plan, made));
  const [first] = documents;
  if (whole && first) return first;
  const several = plans.length > 1;
  return {
    title,
    marking: markingOf(exported),
    orientation: 'landscape',
    creator: made.by,
    created: made.at,
    ...(made.export ? { identity: made.export } : {}),
    introduction: [...(several ? [] : (first?.introduction ?? [])), `Lines asked for on ${made.day}`],
    sections: documents.flatMap(document =>
      document.sections.map(section => ({
        ...section,
        heading: [several || document.title !== title ? document.title : '', section.heading]
          .filter(Boolean)
          .join(': '),
      })),
    ),
  };
}

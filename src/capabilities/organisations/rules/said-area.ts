import type { Area } from '../area.ts';
import { areaNames } from './place-names.ts';

type Told = Pick<Area, 'id' | 'name' | 'kind' | 'code'>;

/** Which area somebody typed: by name, name and kind, or code; and why it is none or several, with what to do. */
export function saidArea<A extends Told>(text: string, areas: A[]): { area: A } | { problem: string } {
  const found = areaNames(areas)(text);
  if (found.length === 1) return { area: found[0]! };
  if (!found.length)
    return { problem: `No area is called “${text}”. Check the name, or add the area first.` };
  const { name, kind } = found[0]!;
  return {
    problem: `${found.length} areas are called “${text}”. Write the kind behind the name, like “${name} (${kind})”, or write the code.`,
  };
}

/** Titles that a name may begin with, each with the area that the rest would be: "Ward sergeant, Mill ward". */
export function titleAndArea(name: string): { title: string; area: string }[] {
  const at = [...name.matchAll(/\s*(?:,|\(| for (?:the )?| of (?:the )?| – | - )\s*/gi)];
  return at.flatMap(({ index, 0: between }) => {
    const [title, area] = [name.slice(0, index).trim(), name.slice(index + between.length).trim()];
    return title && area ? [{ title, area: area.replace(/\)$/, '') }] : [];
  });
}

/** A line in the order that it will stand in: in the section where it is, or under a title that the edition gives. */
export type Titled = { key: string; section?: string; title?: string };

export type SectionsAfter = {
  /** The section of each line, by the lines' keys. */
  of: Map<string, string>;
  /** All sections in their order; new ones stand behind the one before their first line. */
  order: string[];
  added: { key: string; title: string }[];
  /** Sections that had lines and have none any more. */
  emptied: string[];
};

/** In which sections the lines stand after an edition was worked in. A title that is not there yet makes a new section. */
export function sectionsFor(sections: { id: string; title: string }[], lines: Titled[]): SectionsAfter {
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  const order = sections.map(({ id }) => id);
  const added: SectionsAfter['added'] = [];
  const of = new Map<string, string>();
  let before: string | undefined;
  const titled = (title: string): string => {
    if (before !== undefined && titles.get(before) === title) return before;
    const known = order.find(id => titles.get(id) === title);
    if (known !== undefined) return known;
    const key = `new ${added.length}`;
    added.push({ key, title });
    titles.set(key, title);
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    return key;
  };
  for (const { key, section, title } of lines) {
    before = title === undefined ? section! : titled(title);
    of.set(key, before);
  }
  const left = new Set(of.values());
  const had = new Set(lines.flatMap(({ section }) => section ?? []));
  const emptied = [...had].filter(id => !left.has(id));
  return { of, order: order.filter(id => !emptied.includes(id)), added, emptied };
}

/** In characters; a tag is a word or two. */
export const LONGEST_TAG = 40;
/** On one line; with more of them nothing is found by any. */
export const MOST_TAGS = 20;

/** One tag as it is kept, so that everybody who types it means the same: lower case, single spaces. Empty for none. */
export const tagIn = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s,;]+/g, ' ')
    .trim();

/** The tags that somebody typed with commas or line ends between them, each once, in the order of the alphabet. */
export const tagsIn = (typed: string): string[] =>
  inOrder(typed.split(/[,;\n\r]/).map(tagIn)).filter(Boolean);

/** As a form and a history show them; a tag has no comma. */
export const tagsAsText = (tags: readonly string[]): string => tags.join(', ');

/** What is wrong with tags, as a sentence; nothing where they can be kept. */
export function wrongWithTags(tags: readonly string[]): string | undefined {
  const long = tags.find(tag => tag.length > LONGEST_TAG);
  if (long) return `Each tag must be ${LONGEST_TAG} characters or fewer`;
  return tags.length > MOST_TAGS ? `A line can have ${MOST_TAGS} tags` : undefined;
}

export const withTag = (tags: readonly string[], tag: string): string[] => inOrder([...tags, tag]);
export const withoutTag = (tags: readonly string[], tag: string): string[] => tags.filter(one => one !== tag);

const inOrder = (tags: string[]): string[] => [...new Set(tags)].sort();

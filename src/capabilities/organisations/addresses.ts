import type { NamedKind } from './named.ts';

export const DIRECTORY = '/directory';

export const personAddress = (id: string): string => `${DIRECTORY}/people/${id}`;

const FOLDER: Record<NamedKind, string> = {
  department: 'departments',
  post: 'posts',
  team: 'teams',
  portfolio: 'portfolios',
};

export const namedAddress = (kind: NamedKind, id?: string): string =>
  `${DIRECTORY}/${FOLDER[kind]}${id ? `/${id}` : ''}`;

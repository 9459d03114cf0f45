import { DIRECTORY, ORGANISATION_STEP } from './directory-addresses.ts';

export const areaAddress = (id?: string): string => `${DIRECTORY}/areas${id ? `/${id}` : ''}`;
export const bodyAddress = (id?: string): string => `${DIRECTORY}/bodies${id ? `/${id}` : ''}`;
export const holderAddress = (id: string): string => `${DIRECTORY}/role-holders/${id}`;

type Step = { text: string; href?: string };

export const areaTrail = (...steps: Step[]): Step[] => [
  ORGANISATION_STEP,
  { text: 'Areas', href: areaAddress() },
  ...steps,
];

export const bodyTrail = (...steps: Step[]): Step[] => [
  ORGANISATION_STEP,
  { text: 'Outside bodies', href: bodyAddress() },
  ...steps,
];

const MOST_PAGES = 10_000;

export const pageIn = (said: unknown): number =>
  Math.min(Math.max(1, Math.trunc(Number(typeof said === 'string' ? said : 1)) || 1), MOST_PAGES);

export const wordsIn = (said: unknown, most = 100): string =>
  typeof said === 'string' ? said.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, most) : '';

/** The same address with other things asked; what is '' is left out. */
export function asking(path: string, said: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  );
  return query.size ? `${path}?${query}` : path;
}

import { capitalised } from '../../language/same-name.ts';
import type { Subject } from '../../platform/history/history.ts';
import type { Days } from './person.ts';

/** Those that are offered; any other word of one's own is as good. */
export const AREA_KINDS = ['ward', 'sector', 'parish', 'borough', 'constituency'] as const;

/** Where an organisation works: a ward, a sector, a parish. */
export type AreaValues = Days & {
  kind: string;
  name: string;
  /** As statistics or maps name it: "E05000123"; '' for none. */
  code: string;
  partOf: string | null;
};

export type Area = AreaValues & { id: string; version: number };

export const areaSubject = (id: string): Subject => ({ kind: 'area', id });

/** A kind as it is kept: small letters, single blanks. */
export const kindWord = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** As a list or a page shows it: "Ward". */
export const kindShown = (kind: string): string => capitalised(kind);

/** "Northfield (ward)": told apart from another of the name. */
export const areaWithKind = ({ name, kind }: Pick<Area, 'name' | 'kind'>): string => `${name} (${kind})`;

const IRREGULAR: Record<string, string> = {
  parish: 'parishes',
  constituency: 'constituencies',
  body: 'bodies',
};

/** Of several: "48 boards". */
export const kindsShown = (kind: string): string =>
  IRREGULAR[kind] ??
  (/(?:s|x|ch|sh)$/.test(kind)
    ? `${kind}es`
    : /[^aeiou]y$/.test(kind)
      ? `${kind.slice(0, -1)}ies`
      : `${kind}s`);

/** How a kind, or a role, is spoken of in numbers. */
export const KIND_WORDS = { one: (kind: string): string => kind, many: kindsShown };

/** The page of a body or area. */
export const directoryAddress = (of: 'bodies' | 'areas', id: string): string => `/directory/${of}/${id}`;

/** Where a role holder is changed, for pages of other capabilities. */
export const holderAddressToChange = (id: string): string => `/directory/role-holders/${id}/edit`;

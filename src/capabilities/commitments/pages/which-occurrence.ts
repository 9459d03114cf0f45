import type { Visit } from '../../../platform/http/visit.ts';
import { OCCURRENCES } from '../rules/asked-occurrences.ts';
import { identified } from './identified.ts';

/** The occurrence that an address names; a malformed name is as unknown as a wrong one. */
export const occurrenceIdOf = ({ params }: Visit): string | undefined => identified(params.occurrence);

export const settlingIdOf = ({ params }: Visit): string | undefined => identified(params.settling);

export const fileIdOf = ({ params }: Visit): string | undefined => identified(params.file);

export const occurrenceAddress = (id: string): string => `${OCCURRENCES}/${id}`;

/** What one act said of many. */
export const settledAddress = (settling: string): string => `${OCCURRENCES}/settled/${settling}`;

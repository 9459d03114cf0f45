import { z } from 'zod';
import type { Visit } from '../../../platform/http/visit.ts';
import { OCCURRENCES } from '../rules/asked-occurrences.ts';

const identifier = z.uuid().toLowerCase();

/** The occurrence that an address names; a malformed name is as unknown as a wrong one. */
export const occurrenceIdOf = ({ params }: Visit): string | undefined =>
  identifier.safeParse(params.occurrence).data;

export const settlingIdOf = ({ params }: Visit): string | undefined =>
  identifier.safeParse(params.settling).data;

export const fileIdOf = ({ params }: Visit): string | undefined => identifier.safeParse(params.file).data;

export const occurrenceAddress = (id: string): string => `${OCCURRENCES}/${id}`;

/** What one act said of many. */
export const settledAddress = (settling: string): string => `${OCCURRENCES}/settled/${settling}`;

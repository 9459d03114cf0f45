import { z } from 'zod';

const identifier = z.uuid().toLowerCase();

/** A record as an address or a form names it; a malformed name is as unknown as a wrong one. */
export const identified = (sent: unknown): string | undefined => identifier.safeParse(sent).data;

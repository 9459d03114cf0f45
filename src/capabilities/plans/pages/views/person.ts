import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Person } from '../../view.ts';

export const VIEWS = { text: 'Saved views', href: '/views' };

/** Whose views are looked at, and what they may do with those of others. */
export const personOf = ({ who }: SignedInVisit): Person => ({ id: who.account.id, role: who.role });

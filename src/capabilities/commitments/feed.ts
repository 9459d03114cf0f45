import { hash } from 'node:crypto';
import type { Subject } from '../../platform/history/history.ts';

/** Whose or which promises a feed shows: of whoever made it, of a plan, by a channel, in an area. */
export const FEED_KINDS = ['person', 'plan', 'channel', 'area'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];
export type FeedOf = { kind: 'person'; id: null } | { kind: Exclude<FeedKind, 'person'>; id: string };

export const FEED_KIND_WORDS: Record<FeedKind, string> = {
  person: 'What you do yourself',
  plan: 'A plan',
  channel: 'A channel',
  area: 'An area',
};

/** The words after the last slash, before the ending, are the token. */
export const feedPath = (token: string): string => `/feeds/${token}.ics`;

/** What one person has open at a time: more are forgotten, and a forgotten feed is read by nobody knows whom. */
export const MOST_FEEDS = 50;

export const feedSubject = (id: string): Subject => ({ kind: 'feed', id });

/** By which a calendar program knows a date for ever, however it is moved, and written down anew. */
export const uidOf = (commitment: string, key: string): string =>
  hash('sha256', `${commitment} ${key}`).slice(0, 40);

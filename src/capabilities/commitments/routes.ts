import type { Routes } from '../../platform/http/capability.ts';

/** The pages of promises: one mount for each part of them. */
export function mountCommitments(_routes: Routes): void {}

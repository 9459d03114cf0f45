import type { Capability } from '../platform/http/capability.ts';

/** Every capability, in its order: each may call those above it, through their `index.ts`. */
export const capabilities: Capability[] = [];

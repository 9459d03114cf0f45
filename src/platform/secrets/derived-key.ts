import { createHmac } from 'node:crypto';

/** A key of its own for each use, so that a value signed for one is worth nothing for another. */
export function derive(secret: string, use: string): string {
  return createHmac('sha256', secret).update(use).digest('base64url');
}

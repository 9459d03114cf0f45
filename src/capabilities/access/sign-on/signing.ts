import type { Published } from './asked.ts';

/** Signatures that only the provider can make. With the others (HS256, none) whoever knows our secret, or nothing, could. */
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^Ed(DSA|25519)$/;

/** What a provider says that it signs with, as far as it is worth something. */
export const algorithmsOf = (published: Published): string[] =>
  (published.id_token_signing_alg_values_supported ?? ['RS256']).filter(algorithm =>
    ASYMMETRIC.test(algorithm),
  );

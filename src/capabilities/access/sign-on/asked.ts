import type { ServerMetadata } from 'openid-client';
import type { SignOn } from './sign-on.ts';

/** What is asked of whom: enough of an organisation's sign-on to speak with its provider. */
export type Asked = Pick<SignOn, 'issuer' | 'clientId' | 'secret' | 'groupClaim' | 'groups'>;

/** What a provider publishes of itself. */
export type Published = ServerMetadata;

/** Why a provider's answer is worth nothing; put into words by the pages. */
export type ProviderFault =
  | 'unreachable'
  | 'slow'
  | 'no-discovery'
  | 'other-issuer'
  | 'not-https'
  | 'wrong-secret'
  | 'code-refused'
  | 'refused-there'
  | 'clock'
  | 'not-for-us'
  | 'not-to-our-question'
  | 'badly-signed'
  | 'unreadable';

type Fault = {
  name?: unknown;
  code?: unknown;
  error?: unknown;
  message?: unknown;
  cause?: unknown;
  claim?: unknown;
};

/** What openid-client throws, sorted by what somebody can do about it. Undefined: a fault of ours. */
export function providerFault(thrown: unknown): ProviderFault | undefined {
  const fault = (thrown ?? {}) as Fault;
  const code = String(fault.code ?? (fault.cause as Fault | undefined)?.code ?? '');
  if (fault.name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return 'slow';
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') return saidNo(fault.error);
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return saidNo(challenge(fault) ?? 'invalid_client');
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return 'refused-there';
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clock';
  if (code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return wrongClaim(claimOf(fault));
  if (code === 'OAUTH_HTTP_REQUEST_FORBIDDEN' || code === 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN')
    return 'not-https';
  if (code === 'OAUTH_KEY_SELECTION_FAILED') return 'badly-signed';
  if (/signature|"?alg"?|JWS/i.test(`${fault.message} ${messageOf(fault.cause)}`)) return 'badly-signed';
  if (code.startsWith('OAUTH_')) return 'unreadable';
  return isNetwork(fault) ? 'unreachable' : undefined;
}

/** RFC 6749, 5.2. Entra ID answers a wrong secret with `invalid_client` too. */
const saidNo = (error: unknown): ProviderFault =>
  error === 'invalid_client' || error === 'unauthorized_client' ? 'wrong-secret' : 'code-refused';

/** What a 401 says in its header; nothing more where the secret was shown in a header and is wrong. */
const challenge = ({ cause }: Fault): unknown =>
  (Array.isArray(cause) ? (cause as { parameters?: { error?: string } }[]) : []).find(
    one => one.parameters?.error,
  )?.parameters?.error;

const wrongClaim = (claim: unknown): ProviderFault =>
  claim === 'iss' ? 'other-issuer' : claim === 'nonce' ? 'not-to-our-question' : 'not-for-us';

const claimOf = ({ claim, cause }: Fault): unknown => claim ?? (cause ? claimOf(cause as Fault) : undefined);

const messageOf = (cause: unknown): string => String((cause as Fault | undefined)?.message ?? '');

/** `fetch` says no more than "fetch failed", or "terminated" half way, and why in the cause. */
const isNetwork = (fault: Fault): boolean =>
  fault.message === 'fetch failed' ||
  fault.message === 'terminated' ||
  /^(E[A-Z]+|UND_ERR_|CERT_|UNABLE_|SELF_SIGNED|DEPTH_)/.test(String(fault.code));

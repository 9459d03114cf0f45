/** What went wrong between us and a mail server, as far as somebody can do something about it. */
export const PROBLEMS = [
  'host-unknown',
  'no-connection',
  'timeout',
  'certificate',
  'no-tls',
  'other-tls',
  'login',
  'login-needed',
  'sender',
  'recipient',
  'message',
  'too-large',
  'put-off',
  'cut',
  'no-answer',
  'worker-ended',
  'fault',
  'not-an-address',
  'time-over',
  'erased',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** What a failure of a conversation with a server says of itself. */
export type Failure = {
  /** nodemailer's word for where it failed: "EAUTH", "ETLS", "ESOCKET". */
  code?: string | undefined;
  /** The system's own, where it had one: "ECONNREFUSED", "DEPTH_ZERO_SELF_SIGNED_CERT". */
  originalCode?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
  message: string;
  /** Whether the whole message had been given to the server. */
  handedOver: boolean;
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|certificate|issuer/i;
const OTHER_TLS = /WRONG_VERSION_NUMBER|PACKET_LENGTH|wrong version number|EPROTO/i;
const NO_TLS = /STARTTLS|requires TLS|upgrad/i;

/** Every answer that a server gave decides for itself; without one it matters whether the message had left. */
export function judgeFailure(failure: Failure): {
  outcome: 'refused' | 'later' | 'unreachable' | 'unknown';
  problem: Problem;
} {
  const { responseCode: code, handedOver } = failure;
  if (handedOver) {
    if (!code) return { outcome: 'unknown', problem: 'no-answer' };
    return code >= 500 ? { outcome: 'refused', problem: ofMessage(failure) } : PUT_OFF;
  }
  if (!code && failure.code === 'EENVELOPE') return { outcome: 'refused', problem: 'recipient' }; // before it was asked
  if (!code && failure.code === 'EMESSAGE') return { outcome: 'refused', problem: 'too-large' }; // by the size it named
  if (!code) return { outcome: 'unreachable', problem: ofConnection(failure) };
  return answered(failure, code);
}

const PUT_OFF = { outcome: 'later', problem: 'put-off' } as const;

function answered(failure: Failure, code: number): ReturnType<typeof judgeFailure> {
  const { command = '' } = failure;
  if (failure.code === 'EAUTH' || /^AUTH/.test(command)) return { outcome: 'unreachable', problem: 'login' };
  if (code === 530 || code === 538) return { outcome: 'unreachable', problem: 'login-needed' };
  if (command === 'CONN' || failure.code === 'EPROTOCOL' || /^(EHLO|HELO|STARTTLS)/.test(command))
    return { outcome: 'unreachable', problem: failure.code === 'ETLS' ? 'no-tls' : 'put-off' };
  if (code < 500) return PUT_OFF;
  if (command === 'MAIL FROM') {
    // no other message would fare better from a sender that the server does not take; one of another size would
    const large = ofMessage(failure) === 'too-large';
    return large
      ? { outcome: 'refused', problem: 'too-large' }
      : { outcome: 'unreachable', problem: 'sender' };
  }
  return { outcome: 'refused', problem: command === 'RCPT TO' ? 'recipient' : ofMessage(failure) };
}

const ofMessage = ({ responseCode, response = '' }: Failure): Problem =>
  responseCode === 552 || /\b5\.3\.4\b/.test(response) ? 'too-large' : 'message';

function ofConnection({ code, originalCode = '', message }: Failure): Problem {
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(`${originalCode} ${message}`)) return 'host-unknown';
  if (CERTIFICATE.test(`${originalCode} ${message}`)) return 'certificate';
  if (OTHER_TLS.test(`${originalCode} ${message}`)) return 'other-tls';
  if (code === 'ETLS' || NO_TLS.test(message)) return 'no-tls';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login';
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') return 'timeout';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(`${originalCode} ${message}`)) return 'no-connection';
  return 'cut';
}

import type { CustomFetch } from 'openid-client';

/** What a provider publishes is a few kilobytes, its keys some ten. In bytes. */
const MOST = 512 * 1024;

class TooMuch extends Error {
  code = 'OAUTH_PARSE_ERROR';
}

/** `fetch`, but never led on to another address, and never made to read without end. */
export const measured: CustomFetch = async (address, options) => {
  const answer = await fetch(address, { ...options, redirect: 'manual' } as RequestInit);
  const content = Buffer.concat(await read(answer));
  const empty = answer.status === 204 || answer.status === 304;
  return new Response(empty ? null : content, { status: answer.status || 502, headers: answer.headers });
};

async function read(answer: Response): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > MOST) throw new TooMuch('A provider said too much.');
    parts.push(part);
  }
  return parts;
}

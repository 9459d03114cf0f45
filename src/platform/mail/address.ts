import { domainToASCII } from 'node:url';

/** RFC 5321, 4.5.3.1: octets before the @, and in all. */
const LONGEST_LOCAL = 64;
const LONGEST = 254;

/** RFC 5322's atoms, with the letters of all languages (RFC 6531). Quoted local parts stay out: nobody has one, and much breaks. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The address as a server takes it, its domain in ASCII; undefined where no message could be sent to it. */
export function asAddress(given: string): string | undefined {
  const written = given.trim();
  const at = written.lastIndexOf('@');
  const [local, named] = [written.slice(0, at), written.slice(at + 1)];
  if (at < 1 || !LOCAL.test(local) || /[\s/:?#[\]@]/.test(named)) return undefined;
  const domain = domainToASCII(named);
  if (!DOMAIN.test(domain)) return undefined;
  const address = `${local}@${domain}`;
  const tooLong = Buffer.byteLength(local) > LONGEST_LOCAL || Buffer.byteLength(address) > LONGEST;
  return tooLong ? undefined : address;
}

/**
 * The path to go on to after signing in, if it is one of our own pages; "/" otherwise. An address that a browser would
 * take elsewhere (`//evil.example`, `/\evil.example`, a tab in the middle) must not be followed (CWE-601).
 */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(given)) return HOME;
  const url = URL.parse(given, BASE);
  if (!url || url.origin !== BASE || url.pathname.startsWith('//')) return HOME;
  if (/^\/sign-(in|out)\b/.test(url.pathname)) return HOME;
  return url.pathname + url.search + url.hash;
}

const HOME = '/';
const BASE = 'http://local.invalid';

const V4 = /^(\d{1,3}\.){3}\d{1,3}$/;
const V6 = /^[0-9a-f:]{2,39}$/i;

/**
 * The address of a machine as it is kept: without the zone of a local one, and an IPv4 address that came by IPv6 as itself.
 * Null for what is none: a proxy may write what it likes.
 */
export function networkAddress(given: string): string | null {
  const plain = given.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (V4.test(plain)) return plain.split('.').every(part => Number(part) <= 255) ? plain : null;
  return V6.test(plain) && plain.includes(':') && URL.canParse(`http://[${plain}]/`) ? plain : null;
}

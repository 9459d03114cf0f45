/** What a name server says of a key that messages are signed with (RFC 6376, 3.6.1). */
export const dkimRecord = (publicKey: string): string => `v=DKIM1; k=rsa; p=${publicKey}`;

/** A TXT record is made of strings of at most 255 octets; some name servers must be given them one by one. */
export const inStrings = (record: string): string =>
  (record.match(/.{1,255}/g) ?? []).map(part => `"${part}"`).join(' ');

import { type Refusal, refuse } from '../../../../language/refusal.ts';

const DOMAIN = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Where everybody may have an address: nobody's provider speaks for these. */
const EVERYBODYS = new Set(
  [
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'hotmail.co.uk',
    'live.com',
    'live.co.uk',
    'msn.com',
  ].concat(
    [
      'yahoo.com',
      'yahoo.co.uk',
      'icloud.com',
      'me.com',
      'aol.com',
      'proton.me',
      'protonmail.com',
      'btinternet.com',
    ],
    ['sky.com', 'virginmedia.com', 'talktalk.net', 'gmx.com', 'gmx.co.uk', 'mail.com', 'zoho.com', 'nhs.net'],
  ),
);

/** The domains in what was typed, each once; with the first that cannot be one of the organisation's own. */
export function domainsIn(
  typed: string,
): { domains: string[] } | (Refusal<'not-a-domain' | 'everybodys'> & { domain: string }) {
  const said = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const domains = [...new Set(said.map(one => one.slice(one.lastIndexOf('@') + 1)))];
  const wrong = domains.find(domain => !DOMAIN.test(domain));
  if (wrong) return { ...refuse('not-a-domain'), domain: wrong };
  const shared = domains.find(domain => EVERYBODYS.has(domain));
  return shared ? { ...refuse('everybodys'), domain: shared } : { domains };
}

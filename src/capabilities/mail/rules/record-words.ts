import type { RecordFinding } from '../../../platform/mail/records/look-up.ts';

/** advise: nothing is broken, and it could be better. */
export type RecordState = 'well' | 'mend' | 'advise' | 'unseen';

/** What is found of one record, as a heading, a sentence of what is so, and what to do. */
export type RecordWords = { about: string; state: RecordState; says: string; remedy: string };

type Said = Omit<RecordWords, 'about'>;

const well = (says: string): Said => ({ state: 'well', says, remedy: '' });
const mend = (says: string, remedy: string): Said => ({ state: 'mend', says, remedy });
const advise = (says: string, remedy: string): Said => ({ state: 'advise', says, remedy });

type Verdict<Of> = Exclude<Extract<RecordFinding, { of: Of }>['verdict'], 'unknown'>;

const DKIM: Record<Verdict<'dkim'>, Said> = {
  published: well('The record is published and carries the key that messages are signed with.'),
  missing: mend(
    'No record of the key is published there.',
    'Ask whoever runs your name server to publish it. It may take an hour, sometimes a day, until everybody sees it.',
  ),
  cut: mend(
    'The record is cut short: only the beginning of the key is published.',
    'Your name server keeps no more than 255 characters in one string. Give it the value in strings, side by side, as the page Signing shows it.',
  ),
  quoted: mend(
    'Quotation marks or backslashes are published as part of the record, so that nobody can read it.',
    'Enter the value again without them, in one piece.',
  ),
  'other-key': mend(
    'Another key is published there, so that what is signed here looks forged.',
    'Have the record replaced by the value on the page Signing, or make a key of another name, so that both can stand.',
  ),
  revoked: mend(
    'The record says that the key is withdrawn: its value is empty.',
    'Have it replaced by the value on the page Signing, or make a key of another name.',
  ),
  testing: mend(
    'The record says that the key is only being tested (t=y), so that others treat messages as if they were not signed.',
    'Have “t=y” taken out of it.',
  ),
  many: mend(
    'Two records of a key are published there, and others may go by either.',
    'Have all but the one on the page Signing removed.',
  ),
  unusable: mend(
    'What is published there is not a record for signing email as it is done here.',
    'Have it replaced by the value on the page Signing, exactly as it stands there.',
  ),
  'other-domain': mend(
    'The record is published, but messages come from an address of another domain, so that their signature counts for little.',
    'Make a key for the domain of the address that messages come from.',
  ),
};

const SPF: Record<Verdict<'spf'>, Said> = {
  there: well(
    'It is published which servers may send. See that the one that hands your messages to the world is among them.',
  ),
  missing: advise(
    'It is not published which servers may send for this domain.',
    'Ask for a TXT record that names the server which hands messages to the world, such as “v=spf1 include:spf.protection.outlook.com -all”.',
  ),
  many: advise(
    'Two SPF records are published, and others go by neither.',
    'Ask for them to be put together in one.',
  ),
  'lets-all': advise(
    'The record lets every server in the world send as this domain.',
    'Ask for its end to be changed from “+all” to “-all”, once it names all your own servers.',
  ),
};

const DMARC: Record<Verdict<'dmarc'>, Said> = {
  acts: well('Others are asked to put aside what only pretends to come from this domain.'),
  watches: advise(
    'Others are asked to report what only pretends to come from this domain, and to let it through.',
    'Once the reports show only your own servers, ask for “p=quarantine”, then “p=reject”.',
  ),
  missing: advise(
    'It is not published what others should do with messages that only pretend to come from this domain.',
    'Ask for a TXT record of that name, “v=DMARC1; p=none; rua=mailto:” and an address for reports to begin with.',
  ),
  many: advise(
    'Two DMARC records are published, and others go by neither.',
    'Ask for all but one to be removed.',
  ),
  unreadable: advise(
    'The DMARC record does not say what others should do (p=none, p=quarantine or p=reject).',
    'Ask for it to be put right.',
  ),
};

const ABOUT = { dkim: 'The key (DKIM)', spf: 'Servers (SPF)', dmarc: 'Forgeries (DMARC)' };

/** For whoever asks the people of the name server. */
export function recordWords(finding: RecordFinding): RecordWords {
  return { about: ABOUT[finding.of], ...saidOf(finding) };
}

function saidOf(finding: RecordFinding): Said {
  if (finding.verdict === 'unknown')
    return {
      state: 'unseen',
      says: `No name server told us (${finding.code}).`,
      remedy:
        'Look again in a few minutes. If it stays so, ask your IT team whether this machine may ask name servers.',
    };
  switch (finding.of) {
    case 'dkim':
      return DKIM[finding.verdict];
    case 'spf':
      return SPF[finding.verdict];
    case 'dmarc':
      return DMARC[finding.verdict];
  }
}

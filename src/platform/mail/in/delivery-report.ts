import type { DeliveryReport } from './incoming.ts';

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/**
 * The parts of a report about delivery, one for each address (RFC 3464 section 2.3). What names no address or no known
 * action is passed over.
 */
export function deliveryReports(text: string): DeliveryReport[] {
  return groupsOf(text)
    .map(fieldsOf)
    .flatMap(fields => {
      const address = withoutType(fields.get('final-recipient') ?? fields.get('original-recipient'));
      const action = ACTIONS.find(one => one === fields.get('action')?.toLowerCase());
      if (!address || !action) return [];
      const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
      return [{ address, action, status, said: withoutType(fields.get('diagnostic-code')) }];
    });
}

/** What the sender called the message when it handed it over (RFC 3464 section 2.2.1); '' where the report says none. */
export const envelopeOf = (text: string): string =>
  groupsOf(text)
    .map(group => fieldsOf(group).get('original-envelope-id') ?? '')
    .find(id => id) ?? '';

const groupsOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);

/** Header fields, a folded line being the rest of the one before. */
function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap(line => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
    }),
  );
}

/** "rfc822; jo@ashmere.example" without the kind of address, "smtp; 550 ..." without the kind of server. */
const withoutType = (value = ''): string =>
  value
    .replace(/^[\w-]+\s*;\s*/, '')
    .replace(/^<(.*)>$/, '$1')
    .trim();

/** What an address's failure means, for a person: by the class of its status (RFC 3463), else by the server's words. */
export function meaningOf({ status }: DeliveryReport): string {
  const meanings: [RegExp, string][] = [
    [/^5\.1\.[0-6]$|^5\.1\.10$/, 'The address does not exist.'],
    [/^\d\.2\.2$/, 'The mailbox is full.'],
    [/^5\.2\.1$/, 'The mailbox is switched off.'],
    [/^\d\.3\.4$|^\d\.2\.3$/, 'The message is too large for them.'],
    [/^5\.4\.\d+$|^5\.1\.8$/, 'Their server could not be found.'],
    [/^5\.7\.\d+$/, 'Their server refuses messages from here.'],
    [/^4\./, 'Their server is still trying.'],
  ];
  return meanings.find(([pattern]) => pattern.test(status))?.[1] ?? 'Their server did not take the message.';
}

import type { Kind } from './ids.ts';

/** What each parameter of a route names, by the address up to it; a number or a word names nobody's record. */
const PARAMETERS: { at: RegExp; names: Kind | { said: string } }[] = [
  { at: /^\/plans\/:\w+$/, names: 'plan' },
  { at: /^\/exports\/:\w+$/, names: 'exportFile' },
  { at: /^\/bulk-changes\/:\w+$/, names: 'bulkChange' },
  { at: /\/sections\/:\w+$/, names: 'section' },
  { at: /^\/readings\/:\w+$/, names: 'reading' },
  { at: /^\/readings\/:\w+\/lines\/:table$/, names: { said: '0' } },
  { at: /^\/readings\/:\w+\/lines\/:table\/:row$/, names: { said: '1' } },
  { at: /^\/(plans\/:\w+\/)?lines\/:\w+$/, names: 'line' },
  { at: /\/lines\/:\w+\/files\/:\w+$/, names: 'lineFile' },
  { at: /\/lines\/:\w+\/comments\/:\w+$/, names: 'lineComment' },
  { at: /^\/plans\/:\w+\/files\/:\w+$/, names: 'planFile' },
  { at: /^\/plans\/:\w+\/comments\/:\w+$/, names: 'planComment' },
  { at: /^\/audiences\/:\w+$/, names: 'audience' },
  { at: /^\/audiences\/:\w+\/members\/:draw$/, names: 'draw' },
  { at: /^\/directory\/areas\/:area$/, names: 'area' },
  { at: /^\/directory\/bodies\/:body$/, names: 'body' },
  { at: /^\/directory\/role-holders\/:roleHolder$/, names: 'roleHolder' },
  { at: /^\/directory\/areas\/import\/:givenTable$/, names: 'givenAreas' },
  { at: /^\/directory\/bodies\/import\/:givenTable$/, names: 'givenBodies' },
  { at: /^\/directory\/people\/:person$/, names: 'person' },
  { at: /^\/directory\/people\/:person\/covers\/:cover$/, names: 'cover' },
  { at: /^\/directory\/departments\/:department$/, names: 'department' },
  { at: /^\/directory\/posts\/:post$/, names: 'post' },
  { at: /^\/directory\/posts\/:post\/holdings\/:holding$/, names: 'holding' },
  { at: /^\/directory\/teams\/:team$/, names: 'team' },
  { at: /^\/directory\/portfolios\/:portfolio$/, names: 'portfolio' },
  { at: /^\/directory\/leads\/:lead$/, names: 'lead' },
  { at: /^\/directory\/people\/import\/:givenTable$/, names: 'givenPeople' },
  { at: /^\/directory\/people\/import-and-departments\/:givenTable$/, names: 'givenPeopleAndDepartments' },
  { at: /^\/calendars\/:calendar$/, names: 'namedCalendar' },
  { at: /^\/calendars\/:calendar\/entries\/:entry$/, names: 'calendarEntry' },
  { at: /^\/calendars\/:calendar\/import\/:givenTable$/, names: 'givenEntries' },
  { at: /^\/channels\/:\w+$/, names: 'channel' },
  { at: /^\/clauses\/:\w+$/, names: 'clause' },
  { at: /^\/priorities\/:\w+$/, names: 'priority' },
  { at: /^\/views\/:\w+$/, names: 'view' },
  { at: /^\/views\/:\w+\/links\/:\w+$/, names: 'link' },
  { at: /^\/organisation\/owners\/:\w+$/, names: 'owner' },
  { at: /^\/organisation\/people\/:\w+$/, names: 'account' },
  { at: /\/sessions\/:session$/, names: 'session' },
  // whose sign-on it is, the page to sign in says to everybody; what is not offered is not there
  { at: /^\/sign-on\/:\w+$/, names: { said: '00000000-0000-4000-8000-000000000000' } },
  { at: /^\/organisation\/sign-on\/groups\/:\w+$/, names: 'signOnGroup' },
  { at: /^\/organisation\/replies\/:\w+$/, names: 'reply' },
  { at: /^\/organisation\/outbox\/:\w+$/, names: 'message' },
  { at: /^\/ask\/:token\/:request$/, names: { said: '00000000-0000-4000-8000-000000000000' } },
  { at: /^\/happenings\/:happening$/, names: 'happening' },
  { at: /^\/promises\/:promise$/, names: 'promise' },
  { at: /^\/promises\/:promise\/for\/:commitment$/, names: 'commitment' },
  { at: /^\/concerns\/:concern$/, names: 'concern' },
  { at: /^\/occurrences\/:occurrence$/, names: 'occurrence' },
  { at: /^\/occurrences\/:occurrence\/files\/:file$/, names: 'evidenceFile' },
  { at: /^\/occurrences\/settled\/:settling$/, names: 'settling' },
  { at: /^\/happenings\/rules\/calendars\/:calendarRule$/, names: 'calendarRule' },
  { at: /^\/happenings\/rules\/figures\/:figureRule$/, names: 'figureRule' },
  { at: /^\/happenings\/figures\/import\/:givenTable$/, names: 'givenFigures' },
  { at: /^\/feeds\/:feed$/, names: 'feed' },
  { at: /^\/asking\/:request$/, names: 'request' },
  { at: /^\/asking\/:request\/files\/:file$/, names: 'requestFile' },
  { at: /^\/asking\/people\/:person$/, names: 'person' },
  {
    at: /^\/(join|set-up|shared|ask|feeds|sign-in\/(link|reset)|account\/email)\/:token$/,
    names: { said: 'a-token-that-nobody-was-given' },
  },
];

export type Parameter = { name: string; names: Kind | { said: string } };

/** @throws for a parameter that nobody said what it names: it would go untried. */
export function parametersOf(path: string): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(match => {
    const upTo = path.slice(0, match.index + match[0].length);
    const known = PARAMETERS.find(({ at }) => at.test(upTo));
    if (!known)
      throw new Error(
        `Nobody said what ${match[0]} of ${path} names: tests/isolation/routes/addresses.ts must know.`,
      );
    return { name: match[1]!, names: known.names };
  });
}

/** The address with each parameter filled in. */
export function addressOf(path: string, value: (kind: Kind) => string): string {
  const parameters = new Map(parametersOf(path).map(parameter => [parameter.name, parameter.names]));
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const names = parameters.get(name)!;
    return typeof names === 'string' ? value(names) : names.said;
  });
}

export const namesRecords = (path: string): boolean =>
  parametersOf(path).some(({ names }) => typeof names === 'string');

/** Whether an address is one of a route. */
export function matches(path: string, address: string): boolean {
  const pattern = path.replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}/?$`).test(address.split(/[?#]/)[0]!);
}

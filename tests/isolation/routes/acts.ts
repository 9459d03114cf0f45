import type { Act } from '../../../src/language/rights.ts';

/** What each route does, by the first of these that it is like: an act of the one list (src/language/rights.ts). */
const ACTS_OF: [RegExp, Act][] = [
  [/^POST \/plans\/:plan\/permissions/, 'give-part'],
  [/^GET \/directory\/departments\/:department\/permissions$/, 'look-up'],
  [/^\w+ \/plans\/:plan\/copy$/, 'bring-in'],
  [/^GET \/happenings(\/:happening|\/rules)?$/, 'look-up'],
  [/^\w+ \/happenings\/figures/, 'registers'],
  [/^\w+ \/happenings(\/new|\/:happening\/\S+)?$/, 'record-event'],
  [/^POST \/occurrences\/:occurrence\/(settle|evidence|undo)$/, 'update-line'],
  [/^GET \/(occurrences\/:occurrence|promises\/:promise)(\/files\/:file)?$/, 'see'],
  [/^\w+ \/(occurrences\/:occurrence|promises\/:promise)\//, 'change-line'],
  [/^POST .*\/comments(\/:comment\/remove)?$/, 'comment'],
  [/^\w+ \/plans\/:plan\/lines\/:line\/edit$|^POST \/plans\/:plan\/lines\/:line\/files/, 'update-line'],
  [/^GET \/plans\/:plan\/(lines\/:line\/)?(files\/:file|comments|removed)$/, 'see'],
  [/^\w+ \/plans\/:plan\/(lines\/new|lines\/:line\/\w+|removed)$/, 'change-line'],
  [/^POST \/plans\/:plan\//, 'change-plan'],
  [/^GET \/plans\/:plan\/(ask|edit|governance\/edit|priorities|remove)$/, 'change-plan'],
  [/^GET \/plans\/:plan/, 'see'],
  [/^\w+ \/(bulk-changes|views\/:view\/links)/, 'change-many'],
  [/^\w+ \/readings/, 'bring-in'],
  [/^\w+ \/asking\/(settings|people\/:person\/links\/end)$/, 'settings'],
  [/^\w+ \/asking/, 'ask'],
  [/^\w+ \/directory\/people\/(import|from-file|:person\/leaving)/, 'people'],
  [/^\w+ \/directory\/people\/:person\/covers/, 'registers'],
  [/^GET \/directory\/(people\/new|people\/:person\/edit)$/, 'directory'],
  [/^GET \/directory(\/(areas|bodies|\w+\/:\w+|leads))?$|^GET \/directory\/(areas|bodies)\/:\w+$/, 'look-up'],
  [/^\w+ \/directory\/(areas|bodies|role-holders)/, 'registers'],
  [/^\w+ \/(directory|organisation\/replies)/, 'directory'],
  [/^\w+ \/organisation\/people/, 'people'],
  [/^\w+ \/organisation\/owners/, 'registers'],
  [/^GET \/calendars(\/:calendar(\/entries\/:entry)?)?$/, 'look-up'],
  [/^\w+ \/calendars/, 'calendars'],
  [/^GET \/organisation(\/working-days)?$/, 'look-up'],
  [/^\w+ \/organisation/, 'settings'],
  [/^GET \/\w+\/(new|alike|:\w+\/(edit|merge))$/, 'registers'],
  [/^GET /, 'look-up'],
  [/^POST /, 'registers'],
];

export const actOf = (method: string, path: string): Act =>
  ACTS_OF.find(([like]) => like.test(`${method} ${path}`))![1];

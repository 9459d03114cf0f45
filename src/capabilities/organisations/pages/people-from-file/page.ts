import { type Answer, page } from '../../../../platform/http/visit.ts';
import { peopleInAt } from '../../tables-in/people.ts';
import { TRAIL } from '../directory-addresses.ts';

/** Before people are read from a file: what is done with departments that nobody has added. */
export function showPeopleFromFile(): Answer {
  const title = 'Bring in people from a file';
  const facts = { made: peopleInAt('made'), refused: peopleInAt('refused') };
  return page('organisations/pages/people-from-file/people-from-file.njk', facts, {
    title,
    trail: [...TRAIL, { text: title }],
  });
}

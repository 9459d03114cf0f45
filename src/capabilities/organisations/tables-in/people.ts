import { email, oneOf, phone, words } from '../../../platform/table-in/cells.ts';
import type { Columns } from '../../../platform/table-in/declaration.ts';
import { type MountedTable, tableIn } from '../../../platform/table-in/table-in.ts';
import { storePeople } from '../actions/store-people.ts';
import type { KeepsAccess } from '../keeps-people.ts';
import { PERSON_KIND_WORDS, type PersonKind } from '../person.ts';
import { allAreas } from '../queries/areas.ts';
import { departmentsByPath, standingPosts, storedPeople } from '../queries/stored-people.ts';
import type { PersonRow } from '../rules/people-rows.ts';
import { type PersonDeed, weighPeople } from '../rules/weigh-people.ts';
import { firstDay, language, lastDay } from './columns.ts';

const PEOPLE_IN = '/directory/people/import';

const ALSO_KIND: Record<PersonKind, string[]> = {
  staff: ['Staff', 'Permanent', 'Employee', 'Officer'],
  temporary: ['Temporary', 'Agency', 'Interim', 'Fixed term'],
  contractor: ['Contractor', 'Consultant', 'Supplier'],
  member: ['Member', 'Councillor', 'Elected member', 'Governor', 'Trustee'],
  partner: ['Partner', 'Volunteer', 'Secondee'],
};

const kind = oneOf(
  Object.entries(ALSO_KIND).map(([value, called]) => ({
    value: value as PersonKind,
    called: [...called, PERSON_KIND_WORDS[value as PersonKind]],
  })),
);

const ABOUT = [
  'People are known by their email address: whoever is there is changed where the file says otherwise, and nobody is taken out because a file does not have them.',
  'A post in the file is held from now on; one that is nowhere is made in the person’s department. Two posts of one title are two where they are for two areas.',
];

/** What is done with a department that nobody has added: chosen before the file is given in. */
const CHOICES = {
  refused: {
    kind: 'people',
    at: PEOPLE_IN,
    about: 'A department that is not in the directory is told as an error.',
  },
  made: {
    kind: 'people-and-departments',
    at: `${PEOPLE_IN}-and-departments`,
    about:
      'A department that is not in the directory is made: “Place > Housing” is Housing as a part of Place.',
  },
};

const COLUMNS: Columns<PersonRow> = {
  name: {
    heading: 'Name',
    alsoHeaded: ['Full name', 'Person', 'Employee', 'Employee name'],
    about: 'As people call them.',
    required: 'Enter a name.',
    read: words(120),
    examples: ['Ada Marsh', 'Bo Reed'],
  },
  email: {
    heading: 'Email address',
    alsoHeaded: ['Email', 'E-mail', 'Work email', 'Mail'],
    about: 'By it they are known again, and asked for what they promised.',
    read: email,
    examples: ['ada.marsh@ashmere.example', 'bo.reed@ashmere.example'],
  },
  phone: {
    heading: 'Telephone',
    alsoHeaded: ['Phone', 'Mobile', 'Telephone number', 'Work phone'],
    about: 'For what cannot wait.',
    read: phone,
    examples: ['01632 960 001', ''],
  },
  kind: {
    heading: 'Kind',
    alsoHeaded: ['Type', 'Contract', 'Contract type', 'Employment type'],
    about: 'Staff, temporary, contractor, member or partner; staff where it is empty.',
    read: kind,
    examples: ['Staff', 'Temporary'],
  },
  department: {
    heading: 'Department',
    alsoHeaded: ['Directorate', 'Service', 'Division', 'Business unit'],
    about: 'By its name; where several have it, with what it is part of before it, like “Place > Housing”.',
    read: words(300),
    examples: ['Housing', 'Housing'],
  },
  post: {
    heading: 'Post',
    alsoHeaded: ['Job title', 'Position', 'Title', 'Role', 'Job'],
    about: 'The title of the post that they hold.',
    read: words(120),
    examples: ['Head of Housing', 'Housing Officer'],
  },
  area: {
    heading: 'Area of the post',
    alsoHeaded: ['Area', 'Ward', 'Sector', 'Parish', 'Locality', 'Post area'],
    about:
      'Where several posts have one title, the area that theirs is for: its name or code, as it stands in the areas.',
    read: words(200),
    examples: ['', 'Northfield'],
  },
  manager: {
    heading: 'Manager',
    alsoHeaded: ['Line manager', 'Reports to', 'Manager email', 'Supervisor'],
    about: 'By email address, or by name where one person has it; in this file or in the directory.',
    read: words(254),
    examples: ['', 'ada.marsh@ashmere.example'],
  },
  startsOn: firstDay({
    about: 'Nobody is asked before it.',
    alsoHeaded: ['From', 'Joined'],
    examples: ['1 April 2019', ''],
  }),
  endsOn: lastDay({
    about: 'After it they are asked for nothing, and sign in no more.',
    alsoHeaded: ['Until', 'Leaving date', 'Left'],
    examples: ['', '31 March 2027'],
  }),
  language: {
    heading: 'Language',
    alsoHeaded: ['Preferred language'],
    about: 'In which they are written to; English where it is empty.',
    read: language,
    examples: ['English', 'Welsh'],
  },
};

type UnknownDepartments = keyof typeof CHOICES;

export const peopleInAt = (unknownDepartments: UnknownDepartments): string => CHOICES[unknownDepartments].at;

/** The people of a personnel system, as a file has them. */
export function peopleIn(access: KeepsAccess, unknownDepartments: UnknownDepartments): MountedTable {
  const { about, ...choice } = CHOICES[unknownDepartments];
  return tableIn<PersonRow, PersonDeed>({
    ...choice,
    needs: 'administrator',
    one: 'person',
    many: 'people',
    title: 'Bring in people from a file',
    list: { text: 'Directory', href: '/directory' },
    under: { text: 'Organisation', href: '/organisation' },
    about: [...ABOUT, about],
    columns: COLUMNS,
    weigh: async (within, rows, today, besides) => {
      const facts = {
        people: await storedPeople(within, today),
        departments: await departmentsByPath(within),
        posts: await standingPosts(within),
        areas: await allAreas(within),
        make: unknownDepartments === 'made',
      };
      return weighPeople(rows, facts, besides);
    },
    store: (within, deeds, now) => storePeople(within, deeds, { now, access }),
  });
}

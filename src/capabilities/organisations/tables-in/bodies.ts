import { day, email, lines, phone, words } from '../../../platform/table-in/cells.ts';
import { tableIn } from '../../../platform/table-in/table-in.ts';
import { storeBodies } from '../actions/store-bodies.ts';
import { allAreas } from '../queries/areas.ts';
import { allBodies } from '../queries/bodies.ts';
import { allHolders } from '../queries/role-holders.ts';
import { type BodyDeed, type BodyRow, weighBodies } from '../rules/weigh-bodies.ts';
import { firstDay, language, lastDay, ownKind } from './columns.ts';

/** Boards, panels, schools and councils with those who hold their roles, a row for each role holder. */
export const bodiesIn = tableIn<BodyRow, BodyDeed>({
  kind: 'bodies',
  at: '/directory/bodies/import',
  needs: 'editor',
  one: 'body',
  many: 'bodies',
  title: 'Bring in outside bodies',
  list: { text: 'Outside bodies', href: '/directory/bodies' },
  under: { text: 'Organisation', href: '/organisation' },
  about: [
    'A row for each body, or for each of its role holders: a body with a chair and a clerk has two rows. A body that is known by its kind and name is changed where the file says otherwise, and none is taken out.',
    'A new chair, clerk or head takes the place of the one before, whose last day is then the day before. A row with a role and no name says that the role is vacant.',
  ],
  columns: {
    kind: {
      heading: 'Kind',
      alsoHeaded: ['Type', 'Body type', 'Kind of body'],
      about: 'Board, panel, school, council, group, or a word of your own.',
      required: 'Enter what kind of body this is, like board.',
      read: ownKind,
      examples: ['Board', 'School', 'School'],
    },
    name: {
      heading: 'Name',
      alsoHeaded: ['Body', 'Organisation', 'Name of body', 'Board', 'School'],
      about: 'As people call it.',
      required: 'Enter the name of the body.',
      read: words(160),
      examples: [
        'Northfield Safer Neighbourhood Board',
        'Quayside Primary School',
        'Quayside Primary School',
      ],
    },
    area: {
      heading: 'Area',
      alsoHeaded: ['Ward', 'Place', 'Sector', 'Parish'],
      about: 'The name or code of an area that is stored.',
      read: words(200),
      examples: ['Northfield', '', ''],
    },
    email: {
      heading: 'Email address',
      alsoHeaded: ['Email', 'Email of body'],
      about: 'Of the body itself, not of a person.',
      read: email,
      examples: ['', 'office@quayside.example', ''],
    },
    phone: {
      heading: 'Telephone',
      alsoHeaded: ['Phone', 'Telephone number', 'Tel'],
      about: 'Of the body itself.',
      read: phone,
      examples: ['', '01632 960 001', ''],
    },
    website: {
      heading: 'Website',
      alsoHeaded: ['Web', 'URL'],
      about: 'Of the body itself.',
      read: words(300),
      examples: [],
    },
    address: {
      heading: 'Address',
      alsoHeaded: ['Postal address'],
      about: 'Of the body itself.',
      read: lines(1000),
      examples: [],
    },
    startsOn: firstDay({ about: 'From when there is such a body.', alsoHeaded: ['Founded'] }),
    endsOn: lastDay({ about: 'The last day on which there is such a body.', alsoHeaded: ['Dissolved'] }),
    role: {
      heading: 'Role',
      alsoHeaded: ['Position', 'Post'],
      about: 'Chair, clerk, councillor, MP, head, or words of your own.',
      read: words(60),
      examples: ['Chair', 'Head', 'Clerk'],
    },
    holder: {
      heading: 'Role holder',
      alsoHeaded: ['Holder', 'Person', 'Contact name', 'Held by', 'Name of role holder', 'Chair', 'Contact'],
      about: 'The name of the person who holds the role; empty where it is vacant.',
      read: words(120),
      examples: ['Ann Reed', 'Bola Sedge', ''],
    },
    holderEmail: {
      heading: "Role holder's email address",
      alsoHeaded: ['Contact email', 'Role holder email', 'Personal email'],
      about: 'Where they are written to in this role.',
      read: email,
      examples: ['ann.reed@northfield.example', 'head@quayside.example', ''],
    },
    holderPhone: {
      heading: "Role holder's telephone",
      alsoHeaded: ['Contact phone', 'Role holder phone', 'Mobile'],
      about: 'Where they are rung in this role.',
      read: phone,
      examples: [],
    },
    holderAddress: {
      heading: "Role holder's address",
      alsoHeaded: ['Contact address', 'Role holder address'],
      about: 'Where letters reach them in this role.',
      read: lines(1000),
      examples: [],
    },
    language: {
      heading: 'Language',
      alsoHeaded: ['Preferred language'],
      about: 'What the role holder is written to in, where it is not English.',
      read: language,
      examples: [],
    },
    holderFrom: {
      heading: 'Role from',
      alsoHeaded: ['Appointed', 'Elected', 'Role start date', 'In post from'],
      about: 'The first day in the role.',
      read: day,
      examples: ['1 May 2025', '', ''],
    },
    holderUntil: {
      heading: 'Role until',
      alsoHeaded: ['Term ends', 'Role end date', 'In post until', 'Term of office ends'],
      about: 'The last day in the role.',
      read: day,
      examples: ['30 April 2027', '', ''],
    },
    purpose: {
      heading: 'Why contact details are kept',
      alsoHeaded: ['Purpose'],
      about: 'In a few words; where nothing is said, “to write to them in their role”.',
      read: words(300),
      examples: [],
    },
    keepUntil: {
      heading: 'Contact details kept until',
      alsoHeaded: ['Keep until', 'Retention', 'Retention date'],
      about: 'The last day; where nothing is said, six months after the role ends.',
      read: day,
      examples: [],
    },
  },
  weigh: async (within, rows, today) =>
    weighBodies(rows, {
      bodies: await allBodies(within),
      areas: await allAreas(within),
      holders: await allHolders(within),
      today,
    }),
  store: storeBodies,
});

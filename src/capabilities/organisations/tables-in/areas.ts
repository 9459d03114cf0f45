import { words } from '../../../platform/table-in/cells.ts';
import { tableIn } from '../../../platform/table-in/table-in.ts';
import { storeAreas } from '../actions/areas.ts';
import { allAreas } from '../queries/areas.ts';
import { type AreaDeed, type AreaRow, weighAreas } from '../rules/weigh-areas.ts';
import { firstDay, lastDay, ownKind } from './columns.ts';

/** Wards, parishes and the like, as a council's own list or the published ones have them. */
export const areasIn = tableIn<AreaRow, AreaDeed>({
  kind: 'areas',
  at: '/directory/areas/import',
  needs: 'editor',
  one: 'area',
  many: 'areas',
  title: 'Bring in areas',
  list: { text: 'Areas', href: '/directory/areas' },
  under: { text: 'Organisation', href: '/organisation' },
  about: [
    'An area that is known by its code, or by its kind and name, is changed where the file says otherwise. No area is taken out because a file does not have it.',
  ],
  columns: {
    kind: {
      heading: 'Kind',
      alsoHeaded: ['Type', 'Area type'],
      about: 'Ward, sector, parish, borough, constituency, or a word of your own.',
      required: 'Enter what kind of area this is, like ward.',
      read: ownKind,
      examples: ['Borough', 'Ward', 'Ward'],
    },
    name: {
      heading: 'Name',
      alsoHeaded: ['Area', 'Area name', 'Ward', 'Ward name', 'Parish'],
      about: 'As people call it.',
      required: 'Enter the name of the area.',
      read: words(120),
      examples: ['Ashmere', 'Northfield', 'Quayside'],
    },
    code: {
      heading: 'Code',
      alsoHeaded: ['GSS code', 'ONS code', 'Area code', 'Ward code'],
      about: 'As statistics or maps name it. With it an area is known though its name was changed.',
      read: words(40),
      examples: ['', 'E05999001', 'E05999002'],
    },
    partOf: {
      heading: 'Part of',
      alsoHeaded: ['Within', 'Parent', 'Borough', 'District'],
      about: 'The name of the area that it is in, in this file or stored before.',
      read: words(200),
      examples: ['', 'Ashmere (borough)', 'Ashmere (borough)'],
    },
    startsOn: firstDay({
      about: 'From when there is such an area; empty where it was always there.',
      alsoHeaded: ['From'],
      examples: ['', '', '4 May 2023'],
    }),
    endsOn: lastDay({
      about: 'The last day on which there is such an area.',
      alsoHeaded: ['Until', 'To'],
    }),
  },
  weigh: async (within, rows, _today, besides) => weighAreas(rows, await allAreas(within), besides),
  store: storeAreas,
});

import { day, words } from '../../../platform/table-in/cells.ts';
import type { CellRead } from '../../../platform/table-in/declaration.ts';
import { tableIn } from '../../../platform/table-in/table-in.ts';
import { storeAreas } from '../actions/areas.ts';
import { kindWord } from '../area.ts';
import { allAreas } from '../queries/areas.ts';
import { type AreaDeed, type AreaRow, weighAreas } from '../rules/weigh-areas.ts';

const kind = (text: string): CellRead<string> => {
  const read = words(60)(text);
  return 'value' in read ? { value: kindWord(read.value) } : read;
};

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
      read: kind,
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
    startsOn: {
      heading: 'First day',
      alsoHeaded: ['From', 'Start date', 'Starts on', 'Start'],
      about: 'From when there is such an area; empty where it was always there.',
      read: day,
      examples: ['', '', '4 May 2023'],
    },
    endsOn: {
      heading: 'Last day',
      alsoHeaded: ['Until', 'To', 'End date', 'Ends on', 'End'],
      about: 'The last day on which there is such an area.',
      read: day,
      examples: [],
    },
  },
  weigh: async (within, rows, _today, besides) => weighAreas(rows, await allAreas(within), besides),
  store: storeAreas,
});

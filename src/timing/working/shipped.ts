import { DIVISIONS, type Division } from './division.ts';

type Row = [name: string, divisions: readonly Division[], days: string];

const SOUTH: Division[] = ['england-and-wales', 'northern-ireland'];
const SCOTLAND: Division[] = ['scotland'];
const IRELAND: Division[] = ['northern-ireland'];

/**
 * The bank holidays of 2019 to 2028 as published at https://www.gov.uk/bank-holidays, days that were moved or added by
 * proclamation among them. A star marks a substitute day. Each day is written down rather than computed: the rules are
 * held against it by a test.
 */
export const SHIPPED_ROWS: readonly Row[] = [
  [
    'New Year’s Day',
    SOUTH,
    `2019-01-01 2020-01-01 2021-01-01 2022-01-03* 2023-01-02* 2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-03*`,
  ],
  [
    'New Year’s Day',
    SCOTLAND,
    `2019-01-01 2020-01-01 2021-01-01 2022-01-03* 2023-01-03* 2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-03*`,
  ],
  [
    '2nd January',
    SCOTLAND,
    `2019-01-02 2020-01-02 2021-01-04* 2022-01-04* 2023-01-02 2024-01-02 2025-01-02 2026-01-02 2027-01-04* 2028-01-04*`,
  ],
  [
    'St Patrick’s Day',
    IRELAND,
    `2019-03-18* 2020-03-17 2021-03-17 2022-03-17 2023-03-17 2024-03-18* 2025-03-17 2026-03-17 2027-03-17 2028-03-17`,
  ],
  [
    'Good Friday',
    DIVISIONS,
    `2019-04-19 2020-04-10 2021-04-02 2022-04-15 2023-04-07 2024-03-29 2025-04-18 2026-04-03 2027-03-26 2028-04-14`,
  ],
  [
    'Easter Monday',
    SOUTH,
    `2019-04-22 2020-04-13 2021-04-05 2022-04-18 2023-04-10 2024-04-01 2025-04-21 2026-04-06 2027-03-29 2028-04-17`,
  ],
  [
    'Early May bank holiday',
    DIVISIONS,
    `2019-05-06 2021-05-03 2022-05-02 2023-05-01 2024-05-06 2025-05-05 2026-05-04 2027-05-03 2028-05-01`,
  ],
  ['Early May bank holiday (VE day)', DIVISIONS, '2020-05-08'],
  ['Bank holiday for the coronation of King Charles III', DIVISIONS, '2023-05-08'],
  [
    'Spring bank holiday',
    DIVISIONS,
    `2019-05-27 2020-05-25 2021-05-31 2022-06-02 2023-05-29 2024-05-27 2025-05-26 2026-05-25 2027-05-31 2028-05-29`,
  ],
  ['Platinum Jubilee bank holiday', DIVISIONS, '2022-06-03'],
  ['World Cup bank holiday', SCOTLAND, '2026-06-15'],
  [
    'Battle of the Boyne (Orangemen’s Day)',
    IRELAND,
    `2019-07-12 2020-07-13* 2021-07-12 2022-07-12 2023-07-12 2024-07-12 2025-07-14* 2026-07-13* 2027-07-12 2028-07-12`,
  ],
  [
    'Summer bank holiday',
    SCOTLAND,
    `2019-08-05 2020-08-03 2021-08-02 2022-08-01 2023-08-07 2024-08-05 2025-08-04 2026-08-03 2027-08-02 2028-08-07`,
  ],
  [
    'Summer bank holiday',
    SOUTH,
    `2019-08-26 2020-08-31 2021-08-30 2022-08-29 2023-08-28 2024-08-26 2025-08-25 2026-08-31 2027-08-30 2028-08-28`,
  ],
  ['Bank Holiday for the State Funeral of Queen Elizabeth II', DIVISIONS, '2022-09-19'],
  [
    'St Andrew’s Day',
    SCOTLAND,
    `2019-12-02* 2020-11-30 2021-11-30 2022-11-30 2023-11-30 2024-12-02* 2025-12-01* 2026-11-30 2027-11-30 2028-11-30`,
  ],
  [
    'Christmas Day',
    DIVISIONS,
    `2019-12-25 2020-12-25 2021-12-27* 2022-12-27* 2023-12-25 2024-12-25 2025-12-25 2026-12-25 2027-12-27* 2028-12-25`,
  ],
  [
    'Boxing Day',
    DIVISIONS,
    `2019-12-26 2020-12-28* 2021-12-28* 2022-12-26 2023-12-26 2024-12-26 2025-12-26 2026-12-28* 2027-12-28* 2028-12-26`,
  ],
];

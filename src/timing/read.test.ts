import { test } from 'node:test';
import { reads } from '../../tests/support/timings.ts';

test('several timings in one cell', () =>
  reads(`
  June, September and December 2025 => «June» dated 2025-06-01..2025-06-30 | «September» dated 2025-09-01..2025-09-30 | «December 2025» dated 2025-12-01..2025-12-31
  March 2025 and September => «March 2025» dated 2025-03-01..2025-03-31 | «September» dated 2025-09-01..2025-09-30
  1, 8 and 15 May 2025 => «1» dated 2025-05-01..2025-05-01 | «8» dated 2025-05-08..2025-05-08 | «15 May 2025» dated 2025-05-15..2025-05-15
  w/c 9 & 16 June 2025 => «w/c 9» dated 2025-06-09..2025-06-15 | «16 June 2025» dated 2025-06-16..2025-06-22
  Q2 and Q4 => «Q2» dated 2025-07-01..2025-09-30 | «Q4» dated 2026-01-01..2026-03-31
  at the end of quarters two and four => «at the end of quarters two» dated ..2025-09-30 | «four» dated ..2026-03-31
  April, June or July and November => «April» dated 2025-04-01..2025-04-30 | «June or July» dated 2025-06-01..2025-07-31 | «November» dated 2025-11-01..2025-11-30
  Quarterly As soon as practicable => «Quarterly» recurring MONTHLY;INTERVAL=3 | «As soon as practicable» triggered
  Monthly Weekly Daily As required => «Monthly» recurring MONTHLY | «Weekly» recurring WEEKLY | «Daily» recurring DAILY | «As required» triggered
  Fortnightly As defined by the duty officer => «Fortnightly» recurring WEEKLY;INTERVAL=2 | «As defined by the duty officer» triggered [defined by the duty officer]
  Daily posts if applicable Periodic reminders: Spring/ Summer/ Autumn fairs => «Daily posts if applicable» recurring DAILY | «Periodic reminders: Spring/ Summer/ Autumn fairs» recurring 1 per spring and summer and autumn
  Periodic/ Enquiries => «Periodic» undetermined | «Enquiries» triggered [Enquiries]
  Weekly and as necessary => «Weekly» recurring WEEKLY | «as necessary» triggered
  Quarterly, and ad hoc as needed => «Quarterly» recurring MONTHLY;INTERVAL=3 | «ad hoc as needed» triggered
  Daily / weekly => «Daily» recurring DAILY | «weekly» recurring WEEKLY
  Monthly\\nQuarterly\\nJune 2025 => «Monthly» recurring MONTHLY | «Quarterly» recurring MONTHLY;INTERVAL=3 | «June 2025» dated 2025-06-01..2025-06-30
  • Weekly bulletin\\n• Monthly newsletter => «Weekly bulletin» recurring WEEKLY | «Monthly newsletter» recurring MONTHLY
  Launch June 2025, review December 2025 => «Launch June 2025» dated 2025-06-01..2025-06-30 | «review December 2025» dated 2025-12-01..2025-12-31
  Draft by 30 May 2025; final by 27 June 2025 => «Draft by 30 May 2025» dated ..2025-05-30 | «final by 27 June 2025» dated ..2025-06-27
  Phase 1 - January 2026 / Phase 2 – April 2026 => «Phase 1 - January 2026» dated 2026-01-01..2026-01-31 | «Phase 2 – April 2026» dated 2026-04-01..2026-04-30
  Ongoing, reviewed annually => «Ongoing» continuous | «reviewed annually» recurring YEARLY
  June 2025 then annually => «June 2025» dated 2025-06-01..2025-06-30 | «annually» recurring YEARLY
  Immediately then monthly => «Immediately» triggered | «monthly» recurring MONTHLY
  At declaration, at each significant update, at resolution => «At declaration» triggered [declaration] | «at each significant update» triggered [significant update] | «at resolution» triggered [resolution]
  6 weeks prior to the event; 2 weeks prior => «6 weeks prior to the event» triggered -P6W [the event] | «2 weeks prior» triggered -P2W
  14 June, 21 June and 28 June 2025 => «14 June» dated 2025-06-14..2025-06-14 | «21 June» dated 2025-06-21..2025-06-21 | «28 June 2025» dated 2025-06-28..2025-06-28
  14/06, 21/06 and 28/06/2025 => «14/06» dated 2025-06-14..2025-06-14 | «21/06» dated 2025-06-21..2025-06-21 | «28/06/2025» dated 2025-06-28..2025-06-28
  Ongoing - next review March 2026 => «Ongoing» continuous | «next review March 2026» dated 2026-03-01..2026-03-31
  Ongoing. Review June 2025. => «Ongoing» continuous | «Review June 2025.» dated 2025-06-01..2025-06-30
  2025/26 and 2026/27 => «2025/26» dated 2025-04-01..2026-03-31 | «2026/27» dated 2026-04-01..2027-03-31
`));

test('what waits for something', () =>
  reads(`
  Within 2 hours of an incident => triggered PT2H [an incident]
  within ten working days of a complaint => triggered P10D working [a complaint]
  Four weeks before works begin => triggered -P4W [works begin]
  6-8 weeks before distribution => triggered -P8W [distribution]
  one week after each event => triggered P1W [each event]
  within 28 days of receipt => triggered P28D [receipt]
  no later than 12 months after publication => triggered P12M [publication]
  at least ten days prior to the meeting => triggered -P10D [the meeting]
  24 hours' notice => triggered -PT24H
  within 48h => triggered PT48H
  within the next fortnight => triggered P2W
  As soon as practicable. => triggered
  as and when required => triggered
  As & when => triggered
  on request => triggered
  ad-hoc => triggered
  immediately after the meeting => triggered [the meeting]
  When vacancies arise => triggered [vacancies arise]
  on publication of the report => triggered [publication of the report]
  following Council approval => triggered [Council approval]
  after the May elections => triggered [the May elections]
  Once approved => triggered [approved]
  per incident => triggered [incident]
  at each stage gate => triggered [stage gate]
  Event driven => triggered
  By 7am on the day => triggered [the day]
  whilst an incident is 'live' => triggered [an incident is 'live']
  pre-launch => triggered [launch]
  pre-election period => triggered [the pre-election period]
  next Audit Committee => triggered [the next Audit Committee]
`));

test('what never stops', () =>
  reads(`
  Ongoing => continuous
  At all times => continuous
  24/7 => continuous
  Year-round => continuous
  Permanent display => continuous
  for the duration of the programme => continuous
  throughout the year => continuous
  July 2023 and ongoing => continuous 2023-07-01..
  May/June 2015 onwards => continuous 2015-05-01..
  Ongoing until March 2026 => continuous ..2026-03-31
  no end date => continuous
`));

test('what has no date yet', () =>
  reads(`
  TBC => undetermined
  T.B.A. => undetermined
  to be agreed => undetermined
  Date to follow => undetermined
  n/a => undetermined
  Regular => undetermined
  from time to time => undetermined
  short to medium term => undetermined
  Dependant upon budget. => undetermined
  Subject to funding => undetermined
  school holidays => undetermined (which days, by the authority’s own term dates?)
  Phase 2 => undetermined (counted from which day?)
`));

test('states, pointers and nothing', () =>
  reads(`
  (empty) => nothing
  - => nothing
  Complete => nothing
  Completed => nothing
  In progress => nothing
  Not started => nothing
  as above => nothing
  As above… => nothing
  see rec 3 above => nothing
  ditto => nothing
  To be addressed through 2, above => nothing
`));

test('what a person should settle', () =>
  reads(`
  bi-monthly => recurring MONTHLY;INTERVAL=2 (every two months or twice a month?)
  bi-weekly => recurring WEEKLY;INTERVAL=2 (every two weeks or twice a week?)
  Biannually => recurring MONTHLY;INTERVAL=6 (twice a year or every two years?)
  Quarterly leaflets in spring and autumn => recurring MONTHLY;INTERVAL=3 (four times a year, or twice as named?)
  Tuesday 30 June 2025 => dated 2025-06-30..2025-06-30 (30 June 2025 is a Monday, not a Tuesday: which is meant?)
  w/c 16 November => dated 2025-11-16..2025-11-22 (16 November 2025 is a Sunday, not a Monday: which is meant?)
  31 June 2025 => undetermined (the calendar has no such day: which is meant?)
  31/2/2025 => undetermined (the calendar has no such day: which is meant?)
  05/14/2025 => dated 2025-05-14..2025-05-14 (is the month printed before the day?)
  April 14 => dated 2025-04-14..2025-04-14 (the year 2014, or day 14 of the month?)
  FY26 => dated 2025-04-01..2026-03-31 (the financial year that begins or the one that ends in 2026?)
  Q3 2025 => dated 2025-10-01..2025-12-31 (quarter 3 of the financial year or of the calendar year 2025?)
  next month => dated 2025-05-01..2025-05-31 (counted from today: from when should it count?)
  up to four times a year => recurring 4 per year (the most that is allowed rather than a promise?)
  weekly during the consultation => recurring WEEKLY (from which day to which?)
  third Thursday => recurring MONTHLY;BYDAY=3TH (of every month, or of one month only?)
  Completed March 2024 => dated 2024-03-01..2024-03-31 (already done, as the words say?)
  Head of Communications => undetermined (when is this meant to happen?)
  May be required => undetermined (when is this meant to happen?)
  This may change => undetermined (when is this meant to happen?)
  second attempt => undetermined (when is this meant to happen?)
`));

import { test } from 'node:test';
import { reads } from '../../tests/support/timings.ts';

test('frequencies, fixed days and seasons', () =>
  reads(`
  Weekly => recurring WEEKLY
  weekly staff bulletin => recurring WEEKLY
  Fortnightly => recurring WEEKLY;INTERVAL=2
  Monthly traders meetings => recurring MONTHLY
  Quarterly => recurring MONTHLY;INTERVAL=3
  Annual report => recurring YEARLY
  at least annually => recurring YEARLY
  on an annual basis (minimum) => recurring YEARLY
  Half yearly => recurring MONTHLY;INTERVAL=6
  six-monthly => recurring MONTHLY;INTERVAL=6
  8-weekly => recurring WEEKLY;INTERVAL=8
  5-yearly => recurring YEARLY;INTERVAL=5
  every two weeks => recurring WEEKLY;INTERVAL=2
  every 6-8 weeks => recurring WEEKLY;INTERVAL=8 (every 6 to 8 weeks: taken as every 8, when it is overdue)
  every other week => recurring WEEKLY;INTERVAL=2
  alternate months => recurring MONTHLY;INTERVAL=2
  Every five years => recurring YEARLY;INTERVAL=5
  once every two years => recurring YEARLY;INTERVAL=2
  each quarter => recurring MONTHLY;INTERVAL=3
  per quarter => recurring MONTHLY;INTERVAL=3
  1 x month => recurring MONTHLY
  per annum => recurring YEARLY
  hourly => recurring HOURLY
  Every 30 min => recurring MINUTELY;INTERVAL=30
  Every morning => recurring DAILY
  daily, by 10am => recurring DAILY
  daily business as usual => recurring DAILY
  Daily posts if applicable => recurring DAILY
  weekdays => recurring WEEKLY;BYDAY=MO,TU,WE,TH,FR
  every working day => recurring WEEKLY;BYDAY=MO,TU,WE,TH,FR
  Monday to Friday => recurring WEEKLY;BYDAY=MO,TU,WE,TH,FR
  Every Monday and Friday => recurring WEEKLY;BYDAY=MO,FR
  Tuesdays and Thursdays => recurring WEEKLY;BYDAY=TU,TH
  every other Thursday => recurring WEEKLY;INTERVAL=2;BYDAY=TH
  Alternate Fridays => recurring WEEKLY;INTERVAL=2;BYDAY=FR
  Every second Tuesday => recurring WEEKLY;INTERVAL=2;BYDAY=TU (every other week, or on that weekday of each month?)
  Friday 3pm during term times (weather permitting) => recurring WEEKLY;BYDAY=FR (only in term: in which weeks, by the authority’s own term dates?)
  every Thursday during term => recurring WEEKLY;BYDAY=TH (only in term: in which weeks, by the authority’s own term dates?)
  first Monday of every month => recurring MONTHLY;BYDAY=1MO
  1st & 3rd Wednesday of the month => recurring MONTHLY;BYDAY=1WE,3WE
  second Tuesday of the month at 6.30pm => recurring MONTHLY;BYDAY=2TU
  2nd Thursday monthly => recurring MONTHLY;BYDAY=2TH
  Monthly (first Tuesday) => recurring MONTHLY;BYDAY=1TU
  last Wednesday in May => recurring YEARLY;BYMONTH=5;BYDAY=-1WE
  last working day of the month => recurring MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
  By the 5th of each month => recurring MONTHLY;BYMONTHDAY=5
  Month end => recurring MONTHLY;BYMONTHDAY=-1
  each month except August => recurring MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12
  monthly (except August and December) => recurring MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11
  annually each April => recurring YEARLY;BYMONTH=4
  Every year in June => recurring YEARLY;BYMONTH=6
  30 June each year => recurring YEARLY;BYMONTH=6;BYMONTHDAY=30
  Annually by 31 March => recurring YEARLY;BYMONTH=3;BYMONTHDAY=31
  June and December each year => recurring YEARLY;BYMONTH=6,12
  each spring => recurring YEARLY 1 per spring
  Autumn and spring each year => recurring 1 per spring and autumn
  twice a year (spring and autumn) => recurring 1 per spring and autumn
  Quarterly (Jan, Apr, Jul, Oct) => recurring YEARLY;BYMONTH=1,4,7,10
  Weekly on Tuesdays => recurring WEEKLY;BYDAY=TU
  fortnightly on Tuesdays => recurring WEEKLY;INTERVAL=2;BYDAY=TU
  twice a month => recurring 2 per month
  2 x per year => recurring 2 per year
  twice yearly => recurring 2 per year
  three times a year => recurring 3 per year
  3 issues a year => recurring 3 per year
  6 issues per annum => recurring 6 per year
  ten times a year => recurring 10 per year
  3 times a week => recurring 3 per week
  Termly => recurring 1 per term
  half-termly => recurring 1 per half term
  once a term => recurring 1 per term
  each full council => recurring 1 per full council
  at every committee cycle => recurring 1 per committee cycle
  each Cabinet meeting => recurring 1 per cabinet meeting
  At each full authority meeting => recurring 1 per full authority meeting
  each fire and rescue authority => recurring 1 per fire and rescue authority
  each police and crime panel => recurring 1 per police and crime panel
  at each meeting of the full council => recurring 1 per full council
  every meeting of the health and wellbeing board => recurring 1 per health and wellbeing board
  every month and at each board => «every month» recurring MONTHLY | «at each board» recurring 1 per board
  in each issue => recurring 1 per issue
  monthly from September 2025 until March 2026 => recurring MONTHLY 2025-09-01..2026-03-31
  weekly throughout March 2026 => recurring WEEKLY 2026-03-01..2026-03-31
  weekly drop-ins every Thursday until 30 June => recurring WEEKLY;BYDAY=TH ..2025-06-30
  Monthly until March 2026 => recurring MONTHLY ..2026-03-31
  annually at the AGM => recurring YEARLY
  Regular weekly updates => recurring WEEKLY
  Quartely => recurring MONTHLY;INTERVAL=3
  Fortnighly => recurring WEEKLY;INTERVAL=2
  Bi-monthly (every other month) => recurring MONTHLY;INTERVAL=2
  Thursdays, fortnightly => recurring WEEKLY;INTERVAL=2;BYDAY=TH
  At the end of each quarter => recurring MONTHLY;INTERVAL=3
  On the 1st and 15th of each month => recurring MONTHLY;BYMONTHDAY=1,15
  the second Thursday of each month except August => recurring MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=2TH
  Monday mornings => recurring WEEKLY;BYDAY=MO
  Monthly for six months => recurring MONTHLY (from which day to which?)
  Weekly in December => recurring WEEKLY 2025-12-01..2025-12-31
  Every Christmas => recurring YEARLY;BYMONTH=12;BYMONTHDAY=25
  Yearly, by end of June => recurring YEARLY;BYMONTH=6;BYMONTHDAY=-1
  Quarterly from June 2025 => recurring MONTHLY;INTERVAL=3 2025-06-01..
  monthly, September to June => recurring MONTHLY 2025-09-01..2026-06-30
`));

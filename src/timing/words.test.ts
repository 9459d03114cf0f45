import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FACTS } from '../../tests/support/timings.ts';
import { readTimings } from './read.ts';
import { inWords } from './words.ts';

const TABLE = `
Daily => every day
Every 30 min => every 30 minutes
Weekly => once in each week
Fortnightly => once every two weeks
8-weekly => once every eight weeks
Monthly => once in each month
Quarterly => once in each quarter
Half yearly => once in each half-year
Annually => once in each year
Every five years => once every five years
weekdays => every day from Monday to Friday
Tuesdays and Thursdays => every Tuesday and Thursday
every other Thursday => every other Thursday
first Monday of every month => on the first Monday of each month
1st & 3rd Wednesday of the month => on the first and third Wednesday of each month
last working day of the month => on the last working day of each month
By the 5th of each month => by the 5th of each month
Month end => on the last day of each month
each month except August => once in each month except August
annually each April => every year in April
30 June each year => every year on 30 June
last Wednesday in May => every year on the last Wednesday of May
each spring => once in each spring
twice a month => twice in each month
ten times a year => 10 times in each year
Termly => once in each term
each full council => at each full council
monthly from September 2025 until March 2026 => once in each month, from 1 September 2025 until 31 March 2026
Monthly until March 2026 => once in each month, until 31 March 2026
By 30 June 2025 => by Monday 30 June 2025
Tues 20 May 2025 => on Tuesday 20 May 2025
1-12 September 2025 => between 1 and 12 September 2025
28 Sep - 3 Oct 2025 => between 28 September and 3 October 2025
Nov – Jan 2026 => between 1 November 2025 and 31 January 2026
November 2025 => in November 2025
w/c 9 June 2025 => in the week of Monday 9 June 2025
From September 2025 => from Monday 1 September 2025
within 5wd of decision => when it happens: within five working days of decision
T-4 weeks => when it happens: four weeks before T
go-live + 1 month => when it happens: one month after go-live
5 WD after meeting => when it happens: five working days after meeting
Yearly (by 31 March) => every year by 31 March
Monday to Sunday => every day
Within 2 hours of an incident => when it happens: within 2 hours of an incident
As soon as practicable. => when it happens: as soon as practicable
Event driven => when it happens: Event driven
Ongoing => all the time
July 2023 and ongoing => all the time, from 1 July 2023
TBC => no date yet: TBC
`;

test('schedules in words for a person', () => {
  for (const line of TABLE.trim().split('\n')) {
    const [cell = '', expected] = line.split(' => ');
    assert.deepEqual(readTimings(cell, FACTS).map(inWords), [expected], cell);
  }
});

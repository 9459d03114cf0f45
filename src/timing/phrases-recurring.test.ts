import { test } from 'node:test';
import { reads } from '../../tests/support/timings.ts';

// Phrases as plans of many bodies write them, none of them listed in the grammar.

test('what recurs', () =>
  reads(`
    half-yearly => recurring MONTHLY;INTERVAL=6
    bi-annual => recurring MONTHLY;INTERVAL=6 (twice a year or every two years?)
    biennial => recurring YEARLY;INTERVAL=2
    Monday => recurring WEEKLY;BYDAY=MO (every week, or on one day only?)
    monthly on the 15th => recurring MONTHLY;BYMONTHDAY=15
    every third Wednesday => recurring WEEKLY;INTERVAL=3;BYDAY=WE (every 3 weeks, or on that weekday of each month?)
    the last Friday of every quarter => recurring YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR
    every 3rd month => recurring MONTHLY;INTERVAL=3
    every other month => recurring MONTHLY;INTERVAL=2
    every 10 days => recurring DAILY;INTERVAL=10
    4-6 weekly => recurring WEEKLY;INTERVAL=6 (every 4 to 6 weeks: taken as every 6, when it is overdue)
    once every three years => recurring YEARLY;INTERVAL=3
    Per quarter => recurring MONTHLY;INTERVAL=3
    6 times a year => recurring 6 per year
    at least twice a year => recurring 2 per year
    minimum quarterly => recurring MONTHLY;INTERVAL=3
    twice daily => recurring 2 per day
    every 30 minutes => recurring MINUTELY;INTERVAL=30
    Weekly during the consultation => recurring WEEKLY (from which day to which?)
    End of each term => recurring 1 per term
    31 March annually => recurring YEARLY;BYMONTH=3;BYMONTHDAY=31
    Annually by 30 June => recurring YEARLY;BYMONTH=6;BYMONTHDAY=30
    every 1 April => recurring YEARLY;BYMONTH=4;BYMONTHDAY=1
    Annual review => recurring YEARLY
    annual basis (minimum) => recurring YEARLY
    Weekends => recurring WEEKLY;BYDAY=SA,SU
    at weekends => recurring WEEKLY;BYDAY=SA,SU
    Tuesday and Thursday evenings => recurring WEEKLY;BYDAY=TU,TH
    Monday - Thursday 9am to 5pm => recurring WEEKLY;BYDAY=MO,TU,WE,TH
    Mon-Thurs => recurring WEEKLY;BYDAY=MO,TU,WE,TH
    Monday to Friday, 9am-5pm => recurring WEEKLY;BYDAY=MO,TU,WE,TH,FR
    last day of each month => recurring MONTHLY;BYMONTHDAY=-1
    at month end => recurring MONTHLY;BYMONTHDAY=-1
    by the 10th working day of each month => recurring MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10
    within the first week of each month => recurring MONTHLY
    beginning of each month => recurring MONTHLY
    mid-month => recurring MONTHLY
    Monthly by the 20th => recurring MONTHLY;BYMONTHDAY=20
    Monthly on Tuesdays => recurring MONTHLY (on which of them?)
    Weekly - Fridays by 4pm => recurring WEEKLY;BYDAY=FR
    Fridays => recurring WEEKLY;BYDAY=FR
    fortnightly Thursdays => recurring WEEKLY;INTERVAL=2;BYDAY=TH
    4 weekly => recurring WEEKLY;INTERVAL=4
    every three weeks => recurring WEEKLY;INTERVAL=3
    tri-weekly => recurring WEEKLY;INTERVAL=3 (every three weeks or three times a week?)
    tri-annually => recurring 3 per year (every three years or three times a year?)
    once monthly => recurring MONTHLY
    every year => recurring YEARLY
    annual, in July => recurring YEARLY;BYMONTH=7
    Annually in Q4 => recurring YEARLY (on which of its days, each time?)
    every 4 years (next 2027) => recurring YEARLY;INTERVAL=4 2027-01-01..
    every four years at the Annual Meeting => recurring YEARLY;INTERVAL=4
    once in each municipal year => recurring YEARLY
    quarterly, starting July 2025 => recurring MONTHLY;INTERVAL=3 2025-07-01..
    Quarterly (next due June 2025) => recurring MONTHLY;INTERVAL=3 2025-06-01..
    quarterly, aligned to committee cycle => recurring MONTHLY;INTERVAL=3
    2 x per year => recurring 2 per year
    Qtrly => recurring MONTHLY;INTERVAL=3
    Qrtly => recurring MONTHLY;INTERVAL=3
    Mthly => recurring MONTHLY
    Wkly => recurring WEEKLY
    semi-monthly => recurring 2 per month
    12 monthly => recurring MONTHLY;INTERVAL=12
    every quarter end => recurring MONTHLY;INTERVAL=3
    quarter end => recurring MONTHLY;INTERVAL=3
    end of each quarter => recurring MONTHLY;INTERVAL=3
    January to March annually => recurring YEARLY (in which of these months?)
    Jan - Mar each year => recurring YEARLY (in which of these months?)
    April-September each year => recurring YEARLY (in which of these months?)
    each year between April and June => recurring YEARLY (in which of these months?)
    annually between January and March => recurring YEARLY (in which of these months?)
    annually in early June => recurring YEARLY;BYMONTH=6
    June/December annually => recurring YEARLY;BYMONTH=6,12
    twice a year (dates tbc) => recurring 2 per year (the plan marks this as not settled: has it been?)
    four times a year (quarterly) => recurring MONTHLY;INTERVAL=3
    Quarterly (4 per year) => recurring MONTHLY;INTERVAL=3
    Annual Report => recurring YEARLY
    Weekly News => recurring WEEKLY
    5th of month => recurring MONTHLY;BYMONTHDAY=5
    4th Monday => recurring MONTHLY;BYDAY=4MO (of every month, or of one month only?)
    the fourth Thursday => recurring MONTHLY;BYDAY=4TH (of every month, or of one month only?)
    second Wednesday in each month except August => recurring MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=2WE
    First Wed of every other month => recurring MONTHLY;INTERVAL=2;BYDAY=1WE
    first Monday of alternate months => recurring MONTHLY;INTERVAL=2;BYDAY=1MO
    every other month on the first Tuesday => recurring MONTHLY;INTERVAL=2;BYDAY=1TU
    bi-monthly (Jan, Mar, May, Jul, Sep, Nov) => recurring YEARLY;BYMONTH=1,3,5,7,9,11
    bi-monthly - every two months => recurring MONTHLY;INTERVAL=2
    bi-monthly (twice a month) => recurring 2 per month
    biweekly (every two weeks) => recurring WEEKLY;INTERVAL=2
    biannually (every 6 months) => recurring MONTHLY;INTERVAL=6
    bi-annual (every two years) => recurring YEARLY;INTERVAL=2
    twice-weekly => recurring 2 per week
    three times weekly => recurring 3 per week
    3x weekly => recurring 3 per week
    3 x weekly => recurring 3 per week
    five times a week => recurring 5 per week
    4 times a day => recurring 4 per day
    at least once a week => recurring WEEKLY
    at least every quarter => recurring MONTHLY;INTERVAL=3
    at least once every two years => recurring YEARLY;INTERVAL=2
    not less than quarterly => recurring MONTHLY;INTERVAL=3
    no less than twice yearly => recurring 2 per year
    no fewer than four times a year => recurring 4 per year
    minimum of 4 per year => recurring 4 per year
    maximum 3 times per year => recurring 3 per year (the most that is allowed rather than a promise?)
    a minimum of two per quarter => recurring 2 per quarter
    2-3 times a week => recurring 3 per week
    two or three times a year => recurring 3 per year
    once or twice a month => recurring 2 per month
    1-2 per week => recurring 2 per week
    six issues per year => recurring 6 per year
    10 per annum => recurring 10 per year
    weekly x 6 => recurring WEEKLY
    monthly x 12 => recurring MONTHLY
    first Tuesday of every 3 months => recurring MONTHLY;INTERVAL=3;BYDAY=1TU
    bi-monthly (every two months) => recurring MONTHLY;INTERVAL=2
    bi-annual (twice a year) => recurring 2 per year
    bi-weekly (twice a week) => recurring 2 per week
    bi-weekly, every Tuesday => recurring WEEKLY;INTERVAL=2;BYDAY=TU (every two weeks or twice a week?)
    bi-annual review in March => recurring MONTHLY;INTERVAL=6 (twice a year, or once as named?)
    5th of each month => recurring MONTHLY;BYMONTHDAY=5
    £500, monthly newsletter => recurring MONTHLY
    £500 budget, quarterly => recurring MONTHLY;INTERVAL=3
  `));

test('several timings', () =>
  reads(`
    Q1 & Q3 => «Q1» dated 2025-04-01..2025-06-30 | «Q3» dated 2025-10-01..2025-12-31
    Ongoing - review annually => «Ongoing - review» continuous | «annually» recurring YEARLY
    Immediately and ongoing => «Immediately» triggered | «ongoing» continuous
    1. Weekly 2. Monthly => «1. Weekly» recurring WEEKLY | «2. Monthly» recurring MONTHLY
    a) weekly b) monthly => «a) weekly» recurring WEEKLY | «b) monthly» recurring MONTHLY
    Staff weekly, members monthly => «Staff weekly» recurring WEEKLY | «members monthly» recurring MONTHLY
  `));

test('rhythms with numbers, bounds and exceptions', () =>
  reads(`
    First Tuesday each month => recurring MONTHLY;BYDAY=1TU
    1st Tues every month => recurring MONTHLY;BYDAY=1TU
    every first Tuesday => recurring MONTHLY;BYDAY=1TU
    every 1st Monday of the month => recurring MONTHLY;BYDAY=1MO
    first and last Friday of the month => recurring MONTHLY;BYDAY=1FR,-1FR
    last Friday monthly => recurring MONTHLY;BYDAY=-1FR
    penultimate Friday of each month => recurring MONTHLY;BYDAY=-2FR
    last Monday of each quarter => recurring YEARLY;BYMONTH=3,6,9,12;BYDAY=-1MO
    every Tuesday and Thursday at 6pm => recurring WEEKLY;BYDAY=TU,TH
    each Monday, Wednesday and Friday => recurring WEEKLY;BYDAY=MO,WE,FR
    Mon, Wed & Fri => recurring WEEKLY;BYDAY=MO,WE,FR (every week, or on one day only?)
    Mon/Wed/Fri => recurring WEEKLY;BYDAY=MO,WE,FR (every week, or on one day only?)
    weekdays only => recurring WEEKLY;BYDAY=MO,TU,WE,TH,FR
    weekends only => recurring WEEKLY;BYDAY=SA,SU
    Daily except Sundays => recurring WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA
    daily (excluding weekends) => recurring WEEKLY;BYDAY=MO,TU,WE,TH,FR
    weekly except in August => recurring WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12
    Weekly (term time) => recurring WEEKLY (only in term: in which weeks, by the authority’s own term dates?)
    Weekly in term time => recurring WEEKLY (only in term: in which weeks, by the authority’s own term dates?)
    Weekly during school holidays => recurring WEEKLY (from which day to which?)
    monthly in summer => recurring MONTHLY 2025-06-01..2025-08-31
    quarterly in 2025 => recurring MONTHLY;INTERVAL=3 2025-01-01..2025-12-31
    Quarterly throughout 2025/26 => recurring MONTHLY;INTERVAL=3 2025-04-01..2026-03-31
    Quarterly from April => recurring MONTHLY;INTERVAL=3 2025-04-01..
    quarterly until March 2026 => recurring MONTHLY;INTERVAL=3 ..2026-03-31
    annually from September 2025 => recurring YEARLY 2025-09-01..
    every year from 2026 => recurring YEARLY 2026-01-01..
    every year in the week of 5 November => recurring YEARLY (on which of its days, each time?)
    every January and July => recurring YEARLY;BYMONTH=1,7
    every May and November => recurring YEARLY;BYMONTH=5,11
    4 times a year (Mar, Jun, Sep, Dec) => recurring YEARLY;BYMONTH=3,6,9,12
    3 times a year in April, August and December => recurring YEARLY;BYMONTH=4,8,12
    three times per year: Spring, Summer, Autumn => recurring 1 per spring and summer and autumn
    each season => recurring 1 per spring and summer and autumn and winter
    half-yearly (April and October) => recurring YEARLY;BYMONTH=4,10
    twice a year in May and November => recurring YEARLY;BYMONTH=5,11
    2 times per annum => recurring 2 per year
    2 p.a. => recurring 2 per year
    4 pa => recurring 4 per year
    x4 per year => recurring 4 per year
    12 issues per annum => recurring 12 per year
    once in a quarter => recurring MONTHLY;INTERVAL=3
    once in every two months => recurring MONTHLY;INTERVAL=2
    one meeting every two months => recurring MONTHLY;INTERVAL=2
    one newsletter per month => recurring MONTHLY
    1 newsletter a month => recurring MONTHLY
    2 posts per week => recurring 2 per week
    3-4 posts per week => recurring 4 per week
    two posts a day => recurring 2 per day
    5 tweets a week => recurring 5 per week
    minimum 3 posts per week => recurring 3 per week
    at least 1 per quarter => recurring MONTHLY;INTERVAL=3
    at least 2 press releases per month => recurring 2 per month
    no more than once a week => recurring WEEKLY (the most that is allowed rather than a promise?)
    every second Monday => recurring WEEKLY;INTERVAL=2;BYDAY=MO (every other week, or on that weekday of each month?)
    every other Wednesday from 7 May 2025 => recurring WEEKLY;INTERVAL=2;BYDAY=WE 2025-05-07..
    fortnightly from 7 May 2025 => recurring WEEKLY;INTERVAL=2 2025-05-07..
    fortnightly starting w/c 5 May 2025 => recurring WEEKLY;INTERVAL=2 2025-05-05..
    every 2 weeks until 30 June 2025 => recurring WEEKLY;INTERVAL=2 ..2025-06-30
    monthly for 6 months => recurring MONTHLY (from which day to which?)
    daily during the incident => recurring DAILY (from which day to which?)
    daily whilst works are under way => recurring DAILY (from which day to which?)
    hourly during major incidents => recurring HOURLY (from which day to which?)
    every 4 hours => recurring HOURLY;INTERVAL=4
    every 24 hours => recurring HOURLY;INTERVAL=24
    every 90 days => recurring DAILY;INTERVAL=90
    every 28 days => recurring DAILY;INTERVAL=28
    approximately monthly => recurring MONTHLY
    roughly every 6 weeks => recurring WEEKLY;INTERVAL=6
  `));

import { test } from 'node:test';
import { reads } from '../../tests/support/timings.ts';

// Phrases of plans, with what a careful reader takes them for, set down before they were tried.

test('short forms and numbered terms', () =>
  reads(`
    wk beg 2 June => dated 2025-06-02..2025-06-08
    Autumn 2 => dated 2025-11-01..2025-12-31 (which days, by the authority’s own term dates?)
    from Sept '25 then every 6 weeks => recurring WEEKLY;INTERVAL=6 2025-09-01..
    from September then monthly => recurring MONTHLY 2025-09-01..
    weekly from launch => recurring WEEKLY (from which day to which?)
    1st and 3rd Thursday => recurring MONTHLY;BYDAY=1TH,3TH (of every month, or of one month only?)
    monthly (not August) => recurring MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12
    monthly excl. Aug => recurring MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12
    monthly, with the exception of August and January => recurring MONTHLY;BYMONTH=2,3,4,5,6,7,9,10,11,12
    quinquennial => recurring YEARLY;INTERVAL=5
    within 5wd of decision => triggered P5D working [decision]
    within 5 wds => triggered P5D working
    within 10wd => triggered P10D working
    5 WD after meeting => triggered P5D working [meeting]
    L-6 weeks => triggered -P6W [L]
    L+2 weeks => triggered P2W [L]
    launch minus 4 weeks => triggered -P4W [launch]
    launch - 2 weeks => triggered -P2W [launch] (before “launch”, or for how long?)
    same working day => triggered P0D
    daily for duration of incident => recurring DAILY (from which day to which?)
    BAU - weekly => recurring WEEKLY
    TBC - after board => triggered [board] (the plan marks this as not settled: has it been?)
    TBC (after Board approval) => triggered [Board approval] (the plan marks this as not settled: has it been?)
    04/25 - 03/26 => dated 2025-04-01..2026-03-31
    04/25 to 03/26 => dated 2025-04-01..2026-03-31
    Summer 25 onwards => continuous 2025-06-01..
    Spring 26 => dated 2026-03-01..2026-05-31
    over Christmas and New Year => dated 2025-12-25..2026-01-01 (which days around it?)
    during Ramadan 2026 => dated 2026-02-18..2026-03-19 (reckoned from the moon, and may be kept a day earlier or later: which day is meant?)
    Diwali 2025 => dated 2025-10-20..2025-10-20 (reckoned from the moon, and may be kept a day earlier or later: which day is meant?)
`));

test('feasts, beginnings and lengths', () =>
  reads(`
    early May bank holiday => dated 2025-05-05..2025-05-05
    during school holidays => undetermined (which days, by the authority’s own term dates?)
    Black History Month (October) => dated 2025-10-01..2025-10-31
    Black History Month, October 2025 => dated 2025-10-01..2025-10-31
    Carers Week 9-15 June 2025 => dated 2025-06-09..2025-06-15
    To start in September 2025 => dated 2025-09-01..
    To commence Q2 => dated 2025-07-01..
    EO June => dated ..2025-06-30
    EOY => dated ..2026-03-31 (the end of the financial year or of the calendar year?)
    end of fin year => dated ..2026-03-31
    now => triggered
    Now and ongoing => «Now» triggered | «ongoing» continuous
    as new members join => triggered [new members join]
    on appointment and annually => «on appointment» triggered [appointment] | «annually» recurring YEARLY
    day of launch => triggered [launch]
    launch week => triggered [launch week]
    6 weeks from 1 September => dated 2025-09-01..2025-10-12
    for 6 weeks from 1 September 2025 => dated 2025-09-01..2025-10-12
    8 weeks from 5 May 2025 => dated 2025-05-05..2025-06-29
    two weeks from 2 June => dated 2025-06-02..2025-06-15
    1 May 2025 for 6 weeks => dated 2025-05-01..2025-06-11
    1 May 2025 (6 weeks) => dated 2025-05-01..2025-06-11
`));

test('what recurs within bounds, and windows of two names', () =>
  reads(`
    daily for 2 weeks before polling day => recurring DAILY (from which day to which?)
    max. 1 per week => recurring WEEKLY (the most that is allowed rather than a promise?)
    monthly on first Thursday => recurring MONTHLY;BYDAY=1TH
    Q1 each year => recurring YEARLY (on which of its days, each time?)
    end of Q4 annually => recurring YEARLY (on which of its days, each time?)
    termly (3 per year) => recurring 1 per term
    end of May/early June => dated 2025-05-31..2025-06-10
    end of April / beginning of May 2025 => dated 2025-04-30..2025-05-10
    May thru July => dated 2025-05-01..2025-07-31
    Sept 2025 > Mar 2026 => dated 2025-09-01..2026-03-31
    Sept 2025 → Mar 2026 => dated 2025-09-01..2026-03-31
    28/4 - 2/5 => dated 2025-04-28..2025-05-02
    Start June 2025 / End March 2026 => dated 2025-06-01..2026-03-31
    June 2025 (start) - Dec 2025 (end) => dated 2025-06-01..2025-12-31
    Consultation opens 2 June and closes 25 July 2025 => dated 2025-06-02..2025-07-25
    Opens 2 June 2025 => dated 2025-06-02..
    at monthly team meetings => recurring MONTHLY
    third week in September annually => recurring YEARLY (on which of its days, each time?)
    Thursday 1st May (polling day) => dated 2025-05-01..2025-05-01
    rolling monthly => recurring MONTHLY
    rolling 3 month programme => continuous
    for as long as necessary => triggered [necessary]
    should an incident occur => triggered [an incident occur]
    incident-led => triggered
    demand led => triggered
    news-led => triggered
    2025-28 => dated 2025-01-01..2028-12-31 (calendar years, or financial years?)
    2025/6 => dated 2025-04-01..2026-03-31 (the year 2025/6, or month 6 of 2025?)
    next spring => dated 2026-03-01..2026-05-31 (counted from today: from when should it count?)
    All wards => undetermined (when is this meant to happen?)
    3/5 actions complete => undetermined (when is this meant to happen?)
    2/3 complete => undetermined (when is this meant to happen?)
`));

test('rhythms said twice, days of several months, and holidays with their dates', () =>
  reads(`
    three days a week => recurring 3 per week
    one day per week => recurring WEEKLY
    1 day a month => recurring MONTHLY
    Monthly, first one 9 June 2025 => recurring MONTHLY 2025-06-09..
    Weekly in the 6 weeks before launch => recurring WEEKLY (from which day to which?)
    daily in the week before the event => recurring DAILY (from which day to which?)
    each quarterly meeting => recurring MONTHLY;INTERVAL=3
    each monthly bulletin => recurring MONTHLY
    in every weekly bulletin => recurring WEEKLY
    every annual report => recurring YEARLY
    1 April and 1 October each year => recurring YEARLY;BYMONTH=4,10;BYMONTHDAY=1
    1st January & 1st July annually => recurring YEARLY;BYMONTH=1,7;BYMONTHDAY=1
    30/6 and 31/12 each year => recurring YEARLY;BYMONTH=6,12;BYMONTHDAY=-1
    By end of May 2025 and ongoing => «By end of May 2025» dated ..2025-05-31 | «ongoing» continuous
    April 2025 on => continuous 2025-04-01..
    Now - Sept 2025 => dated 2025-04-01..2025-09-30
    by 9am each day => recurring DAILY
    1600 hrs daily => recurring DAILY
    2025/06/04 => dated 2025-06-04..2025-06-04
    06-2025 => dated 2025-06-01..2025-06-30
    Late Sept./early Oct. 2025 => dated 2025-09-21..2025-10-10
    Q1/Q2 2025 => dated 2025-04-01..2025-09-30 (quarter 1 of the financial year or of the calendar year 2025?)
    Sat/Sun 14/15 June => «Sat/Sun 14» dated 2025-06-14..2025-06-14 | «15 June» dated 2025-06-15..2025-06-15
    28 May – 1 June 2025 (half term) => dated 2025-05-28..2025-06-01
    Half term (26-30 May) => dated 2025-05-26..2025-05-30
    Easter hols => undetermined (which days, by the authority’s own term dates?)
    Xmas hols => undetermined (which days, by the authority’s own term dates?)
    New Year 2026 => dated 2026-01-01..2026-01-01 (when in the new year?)
    VJ Day => dated 2025-08-15..2025-08-15
    16 Days of Action (25 Nov - 10 Dec) => dated 2025-11-25..2025-12-10
    halfway through consultation => triggered [consultation]
    at least 4 weeks ahead => triggered -P4W
`));

test('labels before dates, working days counted in a month or quarter, and what is named twice', () =>
  reads(`
    Launch date: 1 May 2025 => dated 2025-05-01..2025-05-01
    Start Date - 1st May 2025 => dated 2025-05-01..
    Quarterly - next meeting 12 June => recurring MONTHLY;INTERVAL=3 2025-06-12..
    6 weekly (8 per year) => recurring WEEKLY;INTERVAL=6
    last working day of the quarter => recurring MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    by WD10 each month => recurring MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10
    by working day 5 of each month => recurring MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5
    every hour on the hour => recurring HOURLY
    half-hourly => recurring MINUTELY;INTERVAL=30
    4 p/a => recurring 4 per year
    Weekly Mon-Wed => recurring WEEKLY;BYDAY=MO,TU,WE
    24hrs a day => continuous
    annually after budget setting => recurring YEARLY
    annually following May elections => recurring YEARLY
    every four years after elections => recurring YEARLY;INTERVAL=4
    Pre-election period (from 24 March 2026) => dated 2026-03-24..
    From 24 March to 1 May 2025 (purdah) => dated 2025-03-24..2025-05-01
    Jul-Sep (Q2) => dated 2025-07-01..2025-09-30
    Qs 1 and 3 => «Qs 1» dated 2025-04-01..2025-06-30 | «3» dated 2025-10-01..2025-12-31
    each Q => recurring MONTHLY;INTERVAL=3
    end of each Q => recurring MONTHLY;INTERVAL=3
    by the 15th of the following month => recurring MONTHLY;BYMONTHDAY=15 (of the month after which?)
    monthly by 3rd working day => recurring MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3
    pay day each month => recurring MONTHLY
    summer holidays (July/August) => dated 2025-07-01..2025-08-31
`));

test('days counted from others, and days whose month is not printed', () =>
  reads(`
    with immediate effect from 1 May => dated 2025-05-01..
    six months from June 2025 => dated 2025-06-01..2025-11-30
    for 3 months from September 2025 => dated 2025-09-01..2025-11-30
    at least 4 weeks before 1 June 2025 => dated ..2025-05-04
    2 weeks before Christmas => dated 2025-12-11..2025-12-11
    6 weeks before Easter 2026 => dated 2026-02-22..2026-02-22
    Weds 14th at 2pm => dated 2025-05-14..2025-05-14 (of which month? The next such day is taken.)
    Tuesday 1st and Thursday 3rd => «Tuesday 1st» dated 2025-04-01..2025-04-01 (of which month? The next such day is taken.) | «Thursday 3rd» dated 2025-04-03..2025-04-03 (of which month? The next such day is taken.)
    12 week consultation from 1 May 2025 => dated 2025-05-01..2025-07-23
    no later than 2 weeks before 12 June => dated ..2025-05-29
    Mon 5th, Wed 7th, Fri 9th May => «Mon 5th» dated 2025-05-05..2025-05-05 | «Wed 7th» dated 2025-05-07..2025-05-07 | «Fri 9th May» dated 2025-05-09..2025-05-09
    week beginning Monday 14th => dated 2025-04-14..2025-04-20 (of which month? The next such day is taken.)
    3 months of free parking => undetermined (counted from which day?)
`));

test('rhythms beside what has no end, and shortened units', () =>
  reads(`
    Throughout 2025/26, quarterly => recurring MONTHLY;INTERVAL=3 2025-04-01..2026-03-31
    Ongoing (monthly) => recurring MONTHLY
    Ongoing - weekly => recurring WEEKLY
    Short term - within 6 months => triggered P6M
    Immediate (0-3 months) => triggered
    Pre-event (4 wks) => triggered [event]
    with 5 wd's notice => triggered -P5D working
    3 days later => triggered P3D
    next issue (June) => dated 2025-06-01..2025-06-30
    each quarter's newsletter => recurring MONTHLY;INTERVAL=3
    every month's edition => recurring MONTHLY
    weekly until further notice => recurring WEEKLY
    monthly throughout => recurring MONTHLY
    Monthly all year round => recurring MONTHLY
    weekly all year => recurring WEEKLY
    3-5 posts p/w => recurring 5 per week
    2 p/w => recurring 2 per week
    5 pw => recurring 5 per week
    1 p/m => recurring MONTHLY
    2pcm => recurring 2 per month
`));

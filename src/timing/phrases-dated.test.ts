import { test } from 'node:test';
import { reads } from '../../tests/support/timings.ts';

// Phrases as plans of many bodies write them, none of them listed in the grammar.

test('days with words before, behind and between them', () =>
  reads(`
    by 2030 => dated ..2030-12-31
    by end 2030 => dated ..2030-12-31
    to 31 March 2026 => dated ..2026-03-31
    up to March 2026 => dated ..2026-03-31
    until 2027 => dated ..2027-12-31
    from 1 April => dated 2025-04-01..
    from today => dated 2025-04-01.. (counted from today: from when should it count?)
    as of 1 April 2025 => dated 2025-04-01..
    effective 1 April 2025 => dated 2025-04-01..
    commences June 2025 => dated 2025-06-01..
    starts in September => dated 2025-09-01..
    launches 5 May 2025 => dated 2025-05-05..2025-05-05
    ends 30 June 2025 => dated ..2025-06-30
    ending 30 June 2025 => dated ..2025-06-30
    closes 5pm 30 June 2025 => dated ..2025-06-30
    closing date 30 June 2025 => dated ..2025-06-30
    expires 31 March 2026 => dated ..2026-03-31
    valid until 31 March 2026 => dated ..2026-03-31
    review date: 1 June 2026 => dated 2026-06-01..2026-06-01
    Reviewed: May 2025 => dated 2025-05-01..2025-05-31
    last reviewed March 2024 => dated 2024-03-01..2024-03-31 (already done, as the words say?)
    next review: March 2027 => dated 2027-03-01..2027-03-31
    next due 1/6/25 => dated 2025-06-01..2025-06-01
    due Q3 => dated ..2025-12-31
    due in Autumn => dated ..2025-11-30
    expected summer 2025 => dated 2025-06-01..2025-08-31
    anticipated Autumn 2025 => dated 2025-09-01..2025-11-30
    likely to be Q4 => dated 2026-01-01..2026-03-31
    probably June => dated 2025-06-01..2025-06-30
    c. June 2025 => dated 2025-06-01..2025-06-30
    approx. June 2025 => dated 2025-06-01..2025-06-30
    around June 2025 => dated 2025-06-01..2025-06-30
    circa 2026 => dated 2026-01-01..2026-12-31
    mid Sept 25 => dated 2025-09-11..2025-09-20
    early Oct '25 => dated 2025-10-01..2025-10-10
    late Nov/early Dec => dated 2025-11-21..2025-12-10
    late Nov/early Dec 2025 => dated 2025-11-21..2025-12-10
    start of May => dated 2025-05-01..2025-05-10
    beginning of May 2025 => dated 2025-05-01..2025-05-10
    1st week May => dated 2025-05-01..2025-05-07
    first wk of June => dated 2025-06-01..2025-06-07
    last week of July => dated 2025-07-25..2025-07-31
    last week in August 2025 => dated 2025-08-25..2025-08-31
    week 1 of May => dated 2025-05-01..2025-05-07
    2nd half of June => dated 2025-06-16..2025-06-30
    second half of 2025 => dated 2025-07-01..2025-12-31
    latter half of 2025 => dated 2025-07-01..2025-12-31
    latter part of 2025 => dated 2025-07-01..2025-12-31
    before mid June => dated ..2025-06-10
    before end of March => dated ..2026-03-31
    after 1 June 2025 => dated 2025-06-02..
    post April 2025 => dated 2025-05-01..
    pre April 2025 => dated ..2025-03-31
    not before June 2025 => dated 2025-06-01..
    no earlier than 1 June 2025 => dated 2025-06-01..
    no later than 31 March 2026 => dated ..2026-03-31
    at latest 31 March => dated ..2026-03-31
    latest by 31 March 2026 => dated ..2026-03-31
    by 31 March 2026 at the latest => dated ..2026-03-31
    on or before 31 March => dated ..2026-03-31
    on or after 1 April => dated 2025-04-01..
    between April and June => dated 2025-04-01..2025-06-30
    between 1st and 14th June => dated 2025-06-01..2025-06-14
    14-18 July => dated 2025-07-14..2025-07-18
    14th to 18th July => dated 2025-07-14..2025-07-18
    14 July - 18 July 2025 => dated 2025-07-14..2025-07-18
    14/07/25 - 18/07/25 => dated 2025-07-14..2025-07-18
    14.07.25-18.07.25 => dated 2025-07-14..2025-07-18
    July 14-18 => dated 2025-07-14..2025-07-18
    July 14-18, 2025 => dated 2025-07-14..2025-07-18
    Jul-Sep => dated 2025-07-01..2025-09-30
    Jul–Sep 25 => dated 2025-07-01..2025-09-30
    July to Sept 2025 => dated 2025-07-01..2025-09-30
    July/August/September 2025 => dated 2025-07-01..2025-09-30
  `));

test('what may be of each or of one', () =>
  reads(`
    by the end of the month => undetermined (of which one, or of each?)
    Monthly, by the end of the month => recurring MONTHLY
    on an ongoing basis => continuous
    Easter holidays 2026 => undetermined (which days, by the authority’s own term dates?)
  `));

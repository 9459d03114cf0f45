import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FACTS, notation } from '../../tests/support/timings.ts';
import { findTimings } from './find.ts';

const TABLE = `
Monthly traders meetings => recurring MONTHLY
Stakeholder e-bulletin (weekly) => «weekly» recurring WEEKLY
Website; quarterly residents' magazine => «quarterly residents' magazine» recurring MONTHLY;INTERVAL=3
Attendance at weekly leadership meeting => «weekly leadership meeting» recurring WEEKLY
Text alerts Monthly ward newsletter via wardens => «Monthly ward newsletter» recurring MONTHLY
Meet the chairs every six months and write up => «every six months» recurring MONTHLY;INTERVAL=6
Publish the summary by 30 June 2025 on the website => «by 30 June 2025» dated ..2025-06-30
Complete the review before the end of March 2026 => «before the end of March 2026» dated ..2026-03-31
Reply within 2 working days of an enquiry => «within 2 working days of an enquiry» triggered P2D working [an enquiry]
Training on an annual basis => «on an annual basis» recurring YEARLY
Monthly traders' e-bulletin by post => «Monthly traders' e-bulletin» recurring MONTHLY
Ask residents once a year how well they are told => «once a year» recurring YEARLY
regular updates for staff => nothing
We may attend a second meeting => nothing
A workshop was run in May 2021 (few came) => nothing
Cabinet agreed it on 14/9/2021 => nothing
in step with the Housing Strategy 2021-24 => nothing
The page went live in April 2011 after a trial => nothing
Ring during office hours, text out of hours => nothing
every effort should be made, and each resident told => nothing
One march a week is not a plan, at least => «One march a week» recurring WEEKLY
reach 2000 homes by summer => nothing
Sat nav screens in the sun => nothing
on request, as required, where appropriate => nothing
Ongoing promotion of the service => nothing
`;

test('prose gives only what it can hardly mean otherwise', () => {
  for (const line of TABLE.trim().split('\n')) {
    const [text = '', expected] = line.split(' => ');
    assert.equal(notation(findTimings(text, FACTS), text), expected, text);
  }
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { stateOf } from './state-words.ts';
import { statusOf } from './status-words.ts';

/** Said of what is done, or of anything else; in a remark they tell nothing of the line. */
for (const text of [
  'Complete the survey',
  'complete the survey of members',
  'Publish when complete',
  'Once completed, send to members',
  'Closed session for members',
  'Open day for residents',
  'Open evening',
  'Active travel week',
  'Live stream of meetings',
  'Current newsletter to be reviewed',
  'Planned maintenance works',
  'Started by the mayor each year',
  'Achieved through posters',
  'Delivered by post',
  'Delivered through the newsletter',
  'Published monthly',
  'Sent weekly',
  'No longer than two pages',
  'Future Ashmere campaign',
  'Rolling news screen',
  'Pending matters list',
  'To do list for staff',
  'Met Office warnings',
  'Late night shopping campaign',
  'Number of actions completed',
  '% of actions complete',
  'Increase in surveys completed',
  'Forms completed by residents',
  'To be completed by May',
  'Sent',
  'Live',
  'Starts in June',
  'Rescheduled to May',
  'Progress report',
  'Behind the scenes film',
]) {
  test(`“${text}” in a remark tells no state`, () => {
    assert.equal(stateOf(text), undefined);
  });
}

for (const text of [
  'Action List circulated',
  'Agreed dates have been circulated',
  'Agreed',
  'accepted',
  'noted',
  'Nothing to report',
  'See action 4',
  'Not ongoing',
  'Yes',
  'TBC',
  'N/A',
  'Green',
  'Amber',
  'R',
  'High',
]) {
  test(`“${text}” is no state even where one is asked for`, () => {
    assert.equal(statusOf(text), undefined);
  });
}

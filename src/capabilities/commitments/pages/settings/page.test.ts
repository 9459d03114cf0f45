import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { commitmentSettings, UNSAID } from '../../settings.ts';
import { PROMISE_SETTINGS } from './page.ts';

const site = await testSite();
after(site.close);
const administrator = await site.person({ role: 'administrator' });
const settings = () => site.within(administrator.organisation, commitmentSettings);

test('what an organisation says of its promises is kept, and stands in the fields again', async () => {
  const form = await administrator.get(PROMISE_SETTINGS);
  assert.deepEqual(await settings(), UNSAID);
  const fields = { shift: 'next', agreed: 'yes', limit: '2', limitUnit: 'working-days', graceDays: '3' };
  assert.equal((await sendForm(administrator, form, fields)).location, PROMISE_SETTINGS);
  const { version, ...kept } = await settings();
  assert.deepEqual(kept, {
    ...{ shift: 'next', soon: { limit: 'P2D', workingDays: true }, look: { count: 1, unit: 'quarter' } },
    ...{ graceDays: 3, warningDays: 5 },
  });
  const again = await administrator.get(PROMISE_SETTINGS);
  assert.equal(again.dom.querySelector('input[name=limit]')?.getAttribute('value'), '2');
  await sendForm(administrator, again, { agreed: 'no' });
  assert.equal((await settings()).soon, undefined);
});

test('what is no number is said at its field, and only administrators come here', async () => {
  const form = await administrator.get(PROMISE_SETTINGS);
  const wrong = await sendForm(administrator, form, { agreed: 'yes', limit: 'soon', graceDays: '400' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter how long, from 1 to 1,000/);
  assert.match(wrong.text, /Enter days of grace from 0 to 90/);
  assert.equal((await (await site.person({ role: 'lead' })).get(PROMISE_SETTINGS)).status, 403);
});

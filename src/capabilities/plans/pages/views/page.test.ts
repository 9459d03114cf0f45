import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const editor = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer', name: 'Vera Sedge' });
const other = await site.person({ role: 'editor', name: 'Otto Reed' });
const administrator = await site.person({ role: 'administrator', name: 'Nora Teal' });
const plan = await site.within(editor.organisation, within =>
  createPlan(within, newPlan({ title: 'Winter plan' }), site.clock.now()),
);

/** Saves a view and follows to where it opens. @returns its identifier and its address */
async function save(person: Person, fields: Record<string, string>) {
  const saved = await person.post('/views', { list: '/lines', said: '', shared: 'no', ...fields });
  assert.equal(saved.status, 303, saved.text);
  return { id: new URL(saved.location!, 'http://x').searchParams.get('view')!, address: saved.location! };
}

const names = async (person: Person) =>
  (await person.get('/views')).dom.querySelectorAll('tbody th a').map(link => link.text);

test('before there is one, the page says what a view is for', async () => {
  assert.match((await viewer.get('/views')).text, /No saved views yet/);
});

test('what is seen is told in words, named, and stands beside the list from then on', async () => {
  const list = await editor.get('/lines?state=complete&sort=owner&columns=what+owner');
  const href = list.dom.querySelector('.cg-views a')!.getAttribute('href')!.replaceAll('&amp;', '&');
  const form = await editor.get(href);
  assert.match(form.text, /Lines of all plans State: Complete Order: owner Columns: What, Owner/);
  assert.equal(
    (await editor.post('/views', { list: '/lines', said: 'state=complete', name: ' ' })).status,
    422,
  );
  const { id, address } = await save(editor, {
    said: 'state=complete&sort=owner&columns=what owner&after=3&q=',
    name: 'Done, by owner',
  });
  assert.equal(address, `/lines?state=complete&sort=owner&columns=what+owner&view=${id}`);
  const opened = await editor.get(address);
  assert.equal(opened.dom.querySelector('.cg-views [aria-current=page]')?.text, 'Done, by owner');
  assert.equal((await editor.get(`/views/${id}`)).location, address);
  assert.deepEqual(await names(viewer), [], 'it is the maker’s own');
  assert.equal((await viewer.get(`/views/${id}`)).status, 404);
});

test('a view of one plan stands beside that plan and no other list', async () => {
  const { address } = await save(editor, {
    list: `/plans/${plan}`,
    said: 'only=undated',
    name: 'Undated here',
  });
  assert.match(address, new RegExp(`^/plans/${plan}\\?only=undated&view=`));
  assert.match((await editor.get(`/plans/${plan}`)).text, /Undated here/);
  assert.doesNotMatch((await editor.get('/lines')).text, /Undated here/);
  const gone = { list: '/plans/0f0b0ccc-24ff-4e55-b0ce-9a2a42d7a1ce', said: '', name: 'x' };
  assert.equal((await editor.post('/views', gone)).status, 404);
  assert.equal((await editor.post('/views', { list: '/plans/x', said: '', name: 'x' })).status, 404);
});

test('editors share, others see it and leave it as it is; the maker and administrators change it', async () => {
  const { id, address } = await save(editor, { said: 'only=unowned', name: 'Without owner', shared: 'yes' });
  assert.ok((await names(viewer)).includes('Without owner'));
  assert.match((await viewer.get(`/views/${id}/edit`)).text, /Only they, or an administrator, can change it/);
  for (const person of [viewer, other]) {
    await person.post(`/views/${id}/edit`, { name: 'Taken over', shared: 'no' });
    await person.post(`/views/${id}/delete`);
    await person.post(`/views/${id}/asked`, { list: '/lines', said: 'only=undated' });
  }
  assert.equal((await viewer.get(`/views/${id}`)).location, address);
  await administrator.post(`/views/${id}/edit`, { name: 'No owner yet', shared: 'yes' });
  assert.ok((await names(viewer)).includes('No owner yet'));
});

test('a viewer’s view stays the viewer’s', async () => {
  const { id } = await save(viewer, { said: 'only=doubtful', name: 'My doubts', shared: 'yes' });
  assert.equal((await administrator.get(`/views/${id}`)).status, 404);
  await viewer.post(`/views/${id}/edit`, { name: 'My doubts', shared: 'yes' });
  assert.equal((await administrator.get(`/views/${id}`)).status, 404);
});

test('filters that were changed are kept in the view that is open, or saved as another', async () => {
  const { id } = await save(editor, { said: 'state=complete', name: 'To change' });
  const page = await editor.get(`/lines?state=ongoing&view=${id}`);
  assert.match(page.text, /Keep these filters in “To change” Save this view/);
  const form = page.dom.querySelector(`form[action="/views/${id}/asked"]`)!;
  const field = (name: string) => form.querySelector(`[name=${name}]`)!.getAttribute('value')!;
  const kept = await editor.post(`/views/${id}/asked`, { list: field('list'), said: field('said') });
  assert.equal(kept.location, `/lines?state=ongoing&view=${id}`);
  assert.doesNotMatch((await editor.get(kept.location!)).text, /Keep these filters/);
});

test('a deleted view can be put back where that is said', async () => {
  const { id } = await save(editor, { name: 'Short-lived' });
  const page = await editor.post(`/views/${id}/delete`, {}, { follow: true });
  assert.match(page.text, /“Short-lived” was deleted/);
  assert.ok(!(await names(editor)).includes('Short-lived'));
  const undo = page.dom.querySelector('.cg-notice form')!.getAttribute('action')!;
  await editor.post(undo);
  assert.ok((await names(editor)).includes('Short-lived'));
});

test('a view whose section, audience or plan is gone says so, and opens', async () => {
  const gone = '0f0b0ccc-24ff-4e55-b0ce-9a2a42d7a1ce';
  const { address } = await save(editor, {
    said: `plan=${plan}&section=${gone}&audience=${gone}&owner=nobody`,
    name: 'Of long ago',
  });
  const { text, status } = await editor.get(address);
  assert.equal(status, 200);
  assert.match(
    text,
    /Section: no longer there.*ccountable owner: nobody, who has no lines now.*Audience: no longer there/,
  );
  assert.match(text, /no line can match it/);
});

test('nobody sees or changes a view of another organisation', async () => {
  const { id } = await save(editor, { name: 'Ours alone', shared: 'yes' });
  const stranger = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Elsewhere'),
  });
  assert.doesNotMatch((await stranger.get('/views')).text, /Ours alone/);
  assert.equal((await stranger.get(`/views/${id}`)).status, 404);
  assert.equal((await stranger.post(`/views/${id}/delete`)).status, 404);
});

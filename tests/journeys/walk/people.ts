import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { says } from './says.ts';

export const VERA = { name: 'Vera Sedge', email: 'vera@ashmere.example', password: 'pebble saffron kettle' };

/** Adds a viewer, and reads off the link to hand over. */
export async function addViewer(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Organisation', exact: true }).click();
  await page.getByRole('link', { name: 'who can sign in' }).click();
  await page.getByLabel('Name', { exact: true }).fill(VERA.name);
  await page.getByLabel('Email address').fill(VERA.email);
  await page.getByRole('radio', { name: 'Viewer' }).check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  return page.getByLabel('The link').inputValue();
}

export async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  assert.equal(await page.getByLabel('Your name').inputValue(), VERA.name);
  await page.getByLabel('Choose a password').fill(VERA.password);
  await page.getByRole('button', { name: 'Join' }).click();
  await says(page, /^You are signed in for/);
}

/** A viewer reads lines; no way to change one is shown, and its address is closed. */
export async function mayOnlyLook(page: Page, { plan, line }: { plan: string; line: string }): Promise<void> {
  await page.getByRole('link', { name: 'Plans', exact: true }).click();
  await page.getByRole('link', { name: plan }).click();
  await page.getByRole('link', { name: line }).first().click();
  await page.getByRole('heading', { name: 'History' }).waitFor();
  assert.equal(await page.getByText('Edit this line').count(), 0);
  const answer = await page.goto(`${page.url()}/edit`);
  assert.equal(answer?.status(), 403);
  await says(page, 'You may not do this');
}

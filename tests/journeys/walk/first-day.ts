import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { says } from './says.ts';

export const ADA = { name: 'Ada Marsh', email: 'ada@ashmere.example', password: 'lantern orchard gravel' };

const titled = (page: Page, words: string) =>
  page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();

/** Follows the link that was printed at the start, and chooses a name and a password. */
export async function makeFirstAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(ADA.name);
  await page.getByLabel('Your email address').fill(ADA.email);
  await page.getByLabel('Choose a password').fill(ADA.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await titled(page, 'Set up your organisation');
}

export async function setUpOrganisation(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the organisation').fill(name);
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await says(page, `${name} is set up.`);
}

/** Looks at a colour first, and then keeps it: the bar on every page has it. */
export async function chooseColour(page: Page, colour: string): Promise<void> {
  await page.getByRole('link', { name: 'Organisation', exact: true }).click();
  await page.getByLabel('Colour').fill(colour);
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await says(page, 'Nothing is saved yet');
  await page.getByRole('button', { name: 'Save' }).click();
  await says(page, /^Saved/);
  const bar = await page.evaluate('getComputedStyle(document.querySelector(".cg-bar")).backgroundColor');
  assert.equal(bar, asRgb(colour));
}

const asRgb = (hex: string): string =>
  `rgb(${[0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

/** The link of the first account opens nothing a second time. */
export async function isOver(page: Page, link: string): Promise<void> {
  const answer = await page.goto(link);
  assert.equal(answer?.status(), 410);
  await says(page, 'This link no longer works');
}

export async function lookRoundSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look round a sample borough' }).click();
  await says(page, 'Borough of Ashmere (sample) is ready');
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await titled(page, 'Sign in');
}

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Email address').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Somebody who works for several organisations says for which. */
export async function enter(page: Page, organisation: string): Promise<void> {
  await page.goto(new URL('/organisations', page.url()).href);
  await page.getByRole('button', { name: organisation, exact: true }).click();
  await titled(page, 'Today');
}

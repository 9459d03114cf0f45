import type { Page } from 'playwright-core';

/** Waits until the page says something; where it does not come to that, the fault tells what it says instead. */
export async function says(page: Page, words: string | RegExp): Promise<void> {
  try {
    await page.getByText(words).first().waitFor();
  } catch (cause) {
    throw new Error(`The page does not say “${words}”. ${await shown(page)}`, { cause });
  }
}

export async function shown(page: Page): Promise<string> {
  const main = await page.locator('main').innerText();
  return `It shows, at ${page.url()}: ${main.replace(/\s+/g, ' ').slice(0, 600)}`;
}

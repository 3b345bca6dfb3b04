import type { Locator, Page } from 'playwright-core';

/** Tracking numbers of the rendered rows of the list, from top to bottom. */
export async function shownNumbers(page: Page): Promise<string[]> {
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await rows.first().waitFor();
  return rows.getByRole('link').allTextContents();
}

/** The row of a shipment in the list. */
export function rowOfShipment(page: Page, trackingNumber: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: trackingNumber }) });
}

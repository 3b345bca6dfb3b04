import type { Page } from 'playwright-core';

/** A page, or a state of one, and the steps to reach it. */
export interface AuditedPage {
  name: string;
  path: string;
  /** It shows placeholders permanently, so the audit does not wait for them to disappear. */
  keepsSkeletons?: true;
  /** Steps before the audit. */
  act?: (page: Page) => Promise<void>;
}

const press = (key: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
};
const openMenu = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menu').waitFor();
};

/**
 * Every page of the dashboard for a user with all permissions. /dev/ui shows each component in every state.
 */
export function dashboardPages(trackingId: string): AuditedPage[] {
  return [
    { name: 'today', path: '/app/' },
    { name: 'shipments', path: '/app/shipments' },
    { name: 'shipments, compact and grouped', path: '/app/shipments?density=compact&group=carrier' },
    { name: 'shipments, filtered', path: '/app/shipments?milestone=in_transit&exception=false' },
    { name: 'shipments, none', path: '/app/shipments?reference=WITHOUT-MATCH' },
    { name: 'shipments, one open beside the list', path: `/app/shipments?open=${trackingId}` },
    { name: 'shipments, a menu open', path: '/app/shipments', act: openMenu('Columns') },
    { name: 'shipments, search open', path: '/app/shipments', act: press('Control+k') },
    { name: 'shipments, shortcuts shown', path: '/app/shipments', act: press('?') },
    { name: 'one shipment', path: `/app/shipments/${trackingId}` },
    { name: 'one shipment, unknown', path: '/app/shipments/M000000000000' },
    { name: 'carriers', path: '/app/carriers' },
    { name: 'review', path: '/app/review' },
    ...['workspace', 'people', 'keys', 'brand', 'account'].map((section) => ({
      name: `settings, ${section}`,
      path: `/app/settings/${section}`,
    })),
    { name: 'design system', path: '/app/dev/ui', keepsSkeletons: true },
    { name: 'no such page', path: '/app/nowhere' },
    { name: 'log in', path: '/app/login' },
    { name: 'forgotten password', path: '/app/forgotten-password' },
    { name: 'reset password', path: '/app/reset-password#token=expired' },
    { name: 'accept invitation', path: '/app/accept-invitation#token=expired' },
    { name: 'first run', path: '/app/first-run' },
    { name: 'developers', path: '/developers' },
  ];
}

/** The recipient's pages as the running server renders them. */
export function portalPages(trackingId: string, link: string): AuditedPage[] {
  return [
    { name: 'portal, look-up', path: '/t' },
    { name: 'portal, by number', path: `/t/${trackingId}` },
    { name: 'portal, with details', path: link },
    { name: 'portal, in Arabic', path: `${link}&lang=ar` },
    { name: 'portal, unknown', path: '/t/M000000000000' },
  ];
}

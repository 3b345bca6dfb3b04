import type { Page } from 'playwright-core';
import { pressFor } from './keyboard.ts';

/** A page of the dashboard in one of its states, for measurements and screenshots. */
export interface DashboardState {
  /** Its position in the main navigation and its state. */
  name: string;
  path: string;
  /** Brings it into its state, and resolves when everything is visible. */
  reach: (page: Page) => Promise<void>;
  /** Rules of axe that do not apply to this state. */
  unfitRules?: readonly string[];
}

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const dialogue = (page: Page) => page.getByRole('dialog').waitFor();
const table = (page: Page) => page.getByRole('table', { name: 'Shipments' }).waitFor();

/** Before sign-in. */
export const entranceStates: readonly DashboardState[] = [
  { name: 'login', path: '/app/login', reach: heading('Sign in') },
  {
    name: 'login-refused',
    path: '/app/login',
    async reach(page) {
      await page.getByLabel('E-mail address').fill('unknown@shop.example');
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'forgotten-password', path: '/app/forgotten-password', reach: heading('Reset your password') },
  {
    name: 'reset-password',
    path: '/app/reset-password#token=none',
    reach: heading('Choose a new password'),
  },
  { name: 'first-run', path: '/app/first-run', reach: heading('Create the first account') },
  {
    name: 'invitation-refused',
    path: '/app/accept-invitation#token=none',
    reach: (page) => page.getByRole('alert').waitFor(),
  },
];

/** For a user with all permissions. */
export const insideStates: readonly DashboardState[] = [
  {
    name: 'today',
    path: '/app/',
    async reach(page) {
      await page.getByRole('link', { name: /^Needs attention/ }).waitFor();
      await page.getByRole('region', { name: 'Open longest' }).getByRole('listitem').first().waitFor();
      await page.getByRole('region', { name: 'Feeds' }).getByRole('listitem').first().waitFor();
    },
  },
  { name: 'shipments', path: '/app/shipments', reach: table },
  {
    name: 'shipments-grouped',
    path: '/app/shipments?group=carrier&density=compact&milestone=in_transit,exception',
    reach: table,
  },
  {
    name: 'shipments-none',
    path: '/app/shipments?trackingNumber=UNKNOWN000',
    reach: (page) => page.getByText('No shipments match these filters.').waitFor(),
  },
  {
    name: 'shipments-selected',
    path: '/app/shipments',
    async reach(page) {
      await table(page);
      await page.getByRole('checkbox', { name: 'Select row 2', exact: true }).check();
      await page.getByRole('checkbox', { name: 'Select row 3', exact: true }).check();
      await page.getByText('2 selected').waitFor();
    },
  },
  {
    name: 'shipments-filter-menu',
    path: '/app/shipments',
    // An open menu covers the page and belongs to none of its landmarks.
    unfitRules: ['region'],
    async reach(page) {
      await table(page);
      await press(page, 'Filter');
      await page.getByRole('menuitem', { name: 'Status' }).waitFor();
    },
  },
  {
    name: 'shipments-save-view',
    path: '/app/shipments?milestone=delivered',
    async reach(page) {
      await press(page, 'Views');
      await page.getByRole('menuitem', { name: 'Save this view' }).click();
      await dialogue(page);
    },
  },
  {
    name: 'shipments-why',
    path: '/app/shipments?milestone=in_transit',
    async reach(page) {
      await press(page, 'In transit: why?');
      await page.getByText('Confidence').waitFor();
    },
  },
  {
    name: 'shipments-panel',
    path: '/app/shipments?milestone=in_transit',
    async reach(page) {
      await table(page);
      await page.getByRole('row').nth(2).getByRole('cell').last().click();
      await page.getByRole('complementary').last().getByText('Tracking id').waitFor();
    },
  },
  {
    name: 'shipments-add',
    path: '/app/shipments',
    async reach(page) {
      await press(page, 'Add shipments');
      await page.getByLabel('Tracking numbers').fill('PADDLE0000001\nPADDLE0000002');
    },
  },
  {
    name: 'shipment',
    path: '/app/shipments?milestone=in_transit',
    reach: openFirstShipment,
  },
  {
    name: 'shipment-why',
    path: '/app/shipments?milestone=in_transit',
    async reach(page) {
      await openFirstShipment(page);
      await page.locator('summary', { hasText: 'Why' }).first().click();
      await page.getByRole('button', { name: 'Raw message' }).first().click();
      await page.getByRole('heading', { name: 'What we read in it' }).waitFor();
    },
  },
  {
    name: 'shipment-unknown',
    path: '/app/shipments/M000000000000',
    reach: heading('Shipment not found in this workspace.'),
  },
  {
    name: 'carriers',
    path: '/app/carriers',
    reach: (page) => page.getByRole('article').first().waitFor(),
  },
  {
    name: 'carriers-add',
    path: '/app/carriers',
    async reach(page) {
      await press(page, 'Add account');
      await page.getByRole('dialog').getByRole('button', { name: /FedEx/ }).waitFor();
    },
  },
  {
    name: 'carriers-add-credentials',
    path: '/app/carriers',
    async reach(page) {
      await press(page, 'Add account');
      await page.getByRole('dialog').getByRole('button', { name: /FedEx/ }).click();
      await page.getByLabel('Account name').waitFor();
    },
  },
  {
    name: 'review',
    path: '/app/review',
    reach: (page) => page.getByRole('button', { name: 'Process again' }).first().waitFor(),
  },
  {
    name: 'review-entries',
    path: '/app/review',
    async reach(page) {
      await press(page, 'Entries');
      await page.getByRole('listitem').getByRole('listitem').first().waitFor();
    },
  },
  ...(['workspace', 'people', 'keys', 'brand', 'account'] as const).map((section) => ({
    name: `settings-${section}`,
    path: `/app/settings/${section}`,
    reach: (page: Page) => page.getByRole('tabpanel').getByText(/./).first().waitFor(),
  })),
  {
    name: 'settings-invite',
    path: '/app/settings/people',
    async reach(page) {
      await press(page, 'Invite');
      await dialogue(page);
    },
  },
  {
    name: 'settings-make-key',
    path: '/app/settings/keys',
    async reach(page) {
      await press(page, 'Create a key');
      await dialogue(page);
    },
  },
  {
    name: 'finder',
    path: '/app/',
    async reach(page) {
      await press(page, /^Find anything/);
      await dialogue(page);
      await page.getByRole('combobox').fill('de');
      await page.getByRole('option').nth(3).waitFor();
    },
  },
  {
    name: 'finder-nothing',
    path: '/app/',
    async reach(page) {
      await press(page, /^Find anything/);
      await page.getByRole('combobox').fill('zzzzzzzz');
      await page.getByText('No results.').waitFor();
    },
  },
  {
    name: 'keys',
    path: '/app/',
    async reach(page) {
      await heading('Today')(page);
      await pressFor(page, ['?'], page.getByRole('dialog'));
    },
  },
  { name: 'no-such-page', path: '/app/nowhere', reach: (page) => page.getByText('Page not found').waitFor() },
  {
    name: 'server-away',
    path: '/app/shipments',
    async reach(page) {
      await table(page);
      await page.route('**/v1/feeds', (route) => route.abort());
      await page.getByRole('link', { name: 'Carriers & feeds' }).first().click();
      // It retries three times before it shows the error.
      await page.getByRole('alert').waitFor({ timeout: 20_000 });
    },
  },
  {
    name: 'loading',
    path: '/app/',
    async reach(page) {
      await heading('Today')(page);
      // Answers that never arrive.
      await page.route('**/v1/shipments?*', () => undefined);
      await page.getByRole('link', { name: 'Shipments', exact: true }).click();
      await heading('Shipments')(page);
    },
  },
  { name: 'design-system', path: '/app/dev/ui', reach: heading('Design system') },
];

async function openFirstShipment(page: Page): Promise<void> {
  await table(page);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByText('Tracking id').waitFor();
  await page.locator('summary').first().waitFor();
}

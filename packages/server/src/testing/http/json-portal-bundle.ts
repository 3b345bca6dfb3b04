import type { PortalPage } from '@milepost/contract';
import type { PortalBundle } from '../../modules/portal/portal-bundle.ts';

/**
 * A portal bundle whose pages contain their whole input as JSON, so that tests can check that hidden data
 * never reaches a page.
 */
export const jsonPortalBundle: PortalBundle = {
  renderer: {
    chooseLanguage: (wanted, _acceptLanguage, fallback) => wanted ?? fallback ?? 'en',
    renderPage: (page, { language }) => ({
      html: `<!doctype html><html lang="${language}"><script type="application/json">${JSON.stringify(page)}</script></html>`,
      inlineStyle: 'style',
      inlineData: null,
    }),
    renderCalendar: ({ shipment }) => shipment.arrival && `BEGIN:VCALENDAR ${shipment.arrival.fromDay}`,
    renderMap: async (stops) => ({ svg: `<svg>${JSON.stringify(stops)}</svg>`, inlineStyle: 'style' }),
  },
  script: { name: 'islands.js', plain: Buffer.from('plain'), gzipped: Buffer.from('gzipped') },
};

/** The input of a page rendered by this bundle. */
export function pageDataIn(html: string): PortalPage {
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(html)?.[1] ?? 'null';
  // Written by the renderer above.
  return JSON.parse(json) as PortalPage;
}

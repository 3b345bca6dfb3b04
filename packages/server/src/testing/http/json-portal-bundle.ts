import type { PortalPage } from '@milepost/contract';
import type { PortalBundle } from '../../modules/portal/portal-bundle.ts';

/**
 * A portal whose pages show everything they are given, as JSON. What a recipient may not see must never reach a page, and here a test can look.
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

/** What such a page was given. */
export function pageDataIn(html: string): PortalPage {
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(html)?.[1] ?? 'null';
  // Written a moment ago by the renderer above.
  return JSON.parse(json) as PortalPage;
}

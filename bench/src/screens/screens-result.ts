import { z } from 'zod';
import { machine } from '../ingest/ingest-result.ts';

const figure = z.number().nullable();

/** What `screens` prints. Figures are null when there was too little to measure them. */
export const screensResult = z.object({
  /** 0 to 100, median of three runs of the mobile preset on a portal page with its details open. */
  lighthousePerformance: figure,
  lighthouseAccessibility: figure,
  lighthouseBestPractices: figure,
  /** Scripts of a portal page as they came over the line, in kB (1,000 bytes). */
  portalScriptKb: z.number(),
  /** From the request for a portal page to the first byte of its answer, while events come in. */
  portalTtfbMsP95: figure,
  /** Scripts and styles that came over the line before the first rows of Shipments, in kB. */
  dashboardEntryKb: z.number(),
  /** From navigation to the first rows on the screen, median: with nothing kept by the browser, and with everything. */
  listFirstRowsMs: figure,
  listFirstRowsKeptMs: figure,
  /** From the click on a filter to the rows of its answer, median. */
  listFilterMs: figure,
  /** The longest piece of work of the page's thread while 50 screens are scrolled. */
  listLongestTaskMs: figure,
  /** From the 202 of the hook until the event stands in the document of an open list. */
  eventToScreenMsP50: figure,
  eventToScreenMsP95: figure,
  /** The same from the moment at which the message was sent. */
  sentToScreenMsP95: figure,
  /** From the 202 to a live stream that is read without a browser: what of the way is the server's. */
  eventToStreamMsP95: figure,
  /** Rules broken, over every page and state, in light and in dark. */
  axeViolations: z.int(),
  conditions: z.object({
    shipments: z.int(),
    seconds: z.number(),
    openStreams: z.int(),
    /** How often one of those lines was cut and opened again. */
    streamsCut: z.int(),
    /** What all lines together received, in MB (1,000,000 bytes) a second. */
    streamedMbPerSecond: z.number(),
    /** Messages accepted a second: while the portal was asked, and while the streams were open. */
    acceptedPerSecondPortal: z.number(),
    acceptedPerSecondStreams: z.number(),
    portalRequests: z.int(),
    /** Those that were answered with something else than the page. */
    portalFailures: z.int(),
    /** Messages whose way to the screen was measured; those that a newer one of their parcel overtook; those of which nothing ever came there. */
    eventsWatched: z.int(),
    eventsOvertaken: z.int(),
    eventsUnseen: z.int(),
    pagesAudited: z.int(),
    browser: z.string(),
  }),
  machine: machine.extend({ engineVersion: z.string() }),
});
export type ScreensResult = z.infer<typeof screensResult>;
